// The clouds of Azure: where each signs in, and which audience its Entra ID expects in an identity token.
import { cloudOf, type Environment } from '../../model/vault-cloud.ts'
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

/** What the input `azure-cloud` calls the clouds that ESO has other words for. */
const byEnvironment: Readonly<Record<Environment, AzureCloud>> = {
  PublicCloud: 'public',
  USGovernmentCloud: 'usgovernment',
  ChinaCloud: 'china'
}

/** The cloud to sign in to for a vault; undefined for a host of no cloud. */
export function signInCloudOf(host: string): AzureCloud | undefined {
  const cloud = cloudOf(`https://${host}`)
  return cloud && byEnvironment[cloud.environment]
}
