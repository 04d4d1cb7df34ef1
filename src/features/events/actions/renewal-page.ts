/** The vendor's two sites. Their accounts are apart, and the API does not say of which one an account is. */
export const ACCOUNT_SITES = ['international', 'mainland'] as const;
export type AccountSite = (typeof ACCOUNT_SITES)[number];

/** The sites, first the one where readers of a language are more likely to have their account. */
export function sitesFor(language: string): readonly AccountSite[] {
  return language === 'zh-Hans' ? ACCOUNT_SITES.toReversed() : ACCOUNT_SITES;
}

/** Whether an event is about the account's balance, and not about one subscription. */
export function isArrears(type: string): boolean {
  return type.startsWith('AccountUnbalanced.');
}

/**
 * The vendor's page where what an event is about is paid: the subscription, or the account that is in arrears.
 *
 * Sources: the vendor's help on renewing ECS instances and EIPs, and the notes on payment in its VPN Gateway SDKs, which name
 * these addresses for either site.
 */
export function renewalPage(type: string, site: AccountSite): string {
  if (site === 'mainland')
    return isArrears(type)
      ? 'https://usercenter2.aliyun.com/home'
      : 'https://usercenter2.aliyun.com/renew/manual';
  return isArrears(type)
    ? 'https://usercenter2-intl.aliyun.com/billing/#/account/overview'
    : 'https://usercenter2-intl.aliyun.com/renew/manual';
}
