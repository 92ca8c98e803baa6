import { FileTextOutlined, FormOutlined, PartitionOutlined } from '@ant-design/icons';
import { Card, Col, Row, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

const ROOMS = [
  { key: 'processes', href: '/thiet-ke/quy-trinh', icon: <PartitionOutlined /> },
  { key: 'forms', href: '/thiet-ke/bieu-mau', icon: <FormOutlined /> },
  { key: 'templates', href: '/thiet-ke/mau-van-ban', icon: <FileTextOutlined /> },
] as const;

/** The three workbenches of the studio. */
export function StudioHome() {
  const { t } = useTranslation('designer');
  return (
    <>
      <Typography.Title level={1} className="editor-title" style={{ fontSize: 24 }}>
        {t('home.title')}
      </Typography.Title>
      <Row gutter={[16, 16]} style={{ marginTop: 16 }}>
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
