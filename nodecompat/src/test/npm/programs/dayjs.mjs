import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';

export default {
  async start() {
    dayjs.extend(utc);
    const day = dayjs.utc('2026-02-28T23:30:00Z').add(1, 'day').add(45, 'minute');
    console.log(day.format('YYYY-MM-DD HH:mm:ss Z dddd'));
    console.log(day.diff(dayjs.utc('2026-01-01'), 'day'), day.isAfter('2026-03-01'), day.startOf('month').toISOString());
  },
};
