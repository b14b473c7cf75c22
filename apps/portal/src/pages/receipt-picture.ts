import type { Receipt } from '@fadu/wire';
import { longDate } from '../words.js';

const WIDTH = 720;
const FONT = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif';

/** The receipt as a picture for the album of the phone: made here, nothing goes out. */
export async function receiptPicture(receipt: Receipt): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = 900;
  const pen = canvas.getContext('2d')!;
  pen.fillStyle = '#FFFFFF';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#1B2430';
  const line = (text: string, y: number, size: number, weight = 400) => {
    pen.font = `${weight} ${size}px ${FONT}`;
    pen.fillText(text, 48, y, WIDTH - 96);
  };
  line(`${receipt.lineName}申请回执`, 84, 36, 600);
  line('收件编号', 150, 26);
  line(receipt.receipt, 194, 40, 600);
  line('查询码（请保密）', 256, 26);
  line(receipt.queryCode, 300, 40, 600);
  line(`${receipt.organName}，${longDate(receipt.receivedOn)}收到`, 362, 26);
  line('扫码查进度，还要填查询码', 850, 26);
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(receipt.qrSvg)}`;
  await picture.decode();
  pen.drawImage(picture, 48, 400, 400, 400);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be made'))), 'image/png'),
  );
}
