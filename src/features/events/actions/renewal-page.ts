/** The vendor's page where what an event is about is paid: the subscription, or the account that is in arrears. */
export function renewalPage(type: string): string {
  return type.startsWith('AccountUnbalanced.')
    ? 'https://usercenter2.aliyun.com/home'
    : 'https://usercenter2.aliyun.com/renew/manual';
}
