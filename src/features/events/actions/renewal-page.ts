/**
 * The vendor's page where what an event is about is paid: the subscription, or the account that is in arrears. There are two
 * sites with accounts of their own, and the API does not say of which one an account is: readers of Simplified Chinese are led
 * to that of mainland China, all others to the international one.
 *
 * Sources: the vendor's help on renewing ECS instances and EIPs, and the notes on payment in its VPN Gateway SDKs, which name
 * these addresses for either site.
 */
export function renewalPage(type: string, language: string): string {
  const isArrears = type.startsWith('AccountUnbalanced.');
  if (language === 'zh-Hans')
    return isArrears ? 'https://usercenter2.aliyun.com/home' : 'https://usercenter2.aliyun.com/renew/manual';
  return isArrears
    ? 'https://usercenter2-intl.aliyun.com/billing/#/account/overview'
    : 'https://usercenter2-intl.aliyun.com/renew/manual';
}
