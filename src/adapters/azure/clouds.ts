// The clouds of Azure: where each signs in, and which audience its Entra ID expects in an identity token.
import type { AzureCloud } from './sign-in.ts'

/** Source: https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud and @azure/identity's AzureAuthorityHosts. */
export const authorityHosts: Readonly<Record<AzureCloud, string>> = {
  public: 'https://login.microsoftonline.com',
  usgovernment: 'https://login.microsoftonline.us',
  china: 'https://login.chinacloudapi.cn'
}

/** Source: https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust-user-assigned-managed-identity */
export const audiences: Readonly<Record<AzureCloud, string>> = {
  public: 'api://AzureADTokenExchange',
  usgovernment: 'api://AzureADTokenExchangeUSGov',
  china: 'api://AzureADTokenExchangeChina'
}

/** The cloud that a vault's host belongs to; undefined for a host of no cloud. */
export function cloudOf(host: string): AzureCloud | undefined {
  if (host.endsWith('.vault.azure.net')) return 'public'
  if (host.endsWith('.vault.usgovcloudapi.net')) return 'usgovernment'
  return host.endsWith('.vault.azure.cn') ? 'china' : undefined
}
