/** Attached files: each is uploaded when chosen and stands in the data by its id. */
import { DeleteOutlined, PaperClipOutlined, UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ChangeEvent, useRef, useState } from 'react';
import { useFormScreen } from '../form-context.ts';
import type { ControlProps } from './control-props.ts';

export function FilesControl({ id, control, value, onChange, onLeave, disabled, aria }: ControlProps) {
  const { say, upload, fileName, fileHref } = useFormScreen();
  const [names, setNames] = useState<Record<string, string>>({});
  const [progress, setProgress] = useState<number>();
  const [failure, setFailure] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const isMany = Array.isArray(value) || control.ui.items !== undefined || control.options === undefined;
  const stored = [value].flat().filter((file) => typeof file === 'string');
  const nameOf = (file: string) => names[file] ?? fileName?.(file) ?? `${file.slice(0, 8)}…`;

  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])];
    event.target.value = '';
    setFailure(undefined);
    let next = stored;
    for (const file of files) {
      try {
        setProgress(0);
        const stored = await (upload as NonNullable<typeof upload>)(file, setProgress);
        setNames((known) => ({ ...known, [stored]: file.name }));
        next = [...next.filter((known) => known !== stored), stored];
        onChange(isMany ? next : stored);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        setFailure(say('uploadFailed', { name: file.name, reason }));
      } finally {
        setProgress(undefined);
      }
    }
    onLeave();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: the label stands outside, a fieldset would need it inside
    <div role="group" aria-labelledby={aria['aria-labelledby']} aria-describedby={aria['aria-describedby']}>
      {stored.length > 0 ? (
        <ul className="mc-files">
          {stored.map((file) => (
            <li key={file}>
              <PaperClipOutlined />{' '}
              {fileHref ? (
                <a href={fileHref(file)} target="_blank" rel="noreferrer">
                  {nameOf(file)}
                </a>
              ) : (
                nameOf(file)
              )}
              {disabled ? null : (
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined />}
                  aria-label={say('removeFile', { name: nameOf(file) })}
                  onClick={() => {
                    const next = stored.filter((other) => other !== file);
                    onChange(next.length > 0 && isMany ? next : undefined);
                  }}
                />
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {upload && !disabled ? (
        <>
          <input
            ref={input}
            id={id}
            className="mc-file-input"
            type="file"
            multiple={isMany}
            tabIndex={-1}
            aria-label={control.label}
            onChange={(event) => void choose(event)}
          />
          <Button
            icon={<UploadOutlined />}
            loading={progress !== undefined}
            onClick={() => input.current?.click()}
          >
            {progress === undefined ? say('attach') : say('uploading', { percent: Math.round(progress) })}
          </Button>
        </>
      ) : null}
      {failure ? (
        <div className="mc-error" role="alert">
          {failure}
        </div>
      ) : null}
    </div>
  );
}
