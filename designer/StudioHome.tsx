import {
  FileTextOutlined,
  FormOutlined,
  PartitionOutlined,
  ReadOutlined,
  SafetyCertificateOutlined,
} from '@ant-design/icons';
import { Card, Col, Row } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PageHeading } from '../ui/components/PageHeading.tsx';

const ROOMS = [
  { key: 'processes', href: '/thiet-ke/quy-trinh', icon: <PartitionOutlined /> },
  { key: 'forms', href: '/thiet-ke/bieu-mau', icon: <FormOutlined /> },
  { key: 'templates', href: '/thiet-ke/mau-van-ban', icon: <FileTextOutlined /> },
  { key: 'configuration', href: '/thiet-ke/kiem-tra', icon: <SafetyCertificateOutlined /> },
  { key: 'law', href: '/thiet-ke/van-ban-phap-luat', icon: <ReadOutlined /> },
] as const;

/** The workbenches of the studio, and the two ways to look over what was made. */
export function StudioHome() {
  const { t } = useTranslation('designer');
  return (
    <>
      <PageHeading title={t('home.title')} />
      <Row gutter={[16, 16]}>
        {ROOMS.map(({ key, href, icon }) => (
          <Col key={key} xs={24} md={8}>
            <Link to={href}>
              <Card hoverable style={{ height: '100%' }}>
                <Card.Meta
                  avatar={<span style={{ fontSize: 28 }}>{icon}</span>}
                  title={t(`home.${key}`)}
                  description={t(`home.${key}Hint`)}
                />
              </Card>
            </Link>
          </Col>
        ))}
      </Row>
    </>
  );
}
