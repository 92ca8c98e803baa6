const dong = new Intl.NumberFormat('vi-VN', { style: 'currency', currency: 'VND' });

/** @param amount đồng. @returns `1.234.567 ₫` */
export const formatMoney = (amount: number): string => dong.format(amount);
