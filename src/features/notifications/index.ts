export { BrowserNoticesSwitch, forgetNotifications, NotificationBell } from './lazy-parts';
