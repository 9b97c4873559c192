// The refusals of Entra ID's token endpoint, with the AADSTS codes that people search for.
// Source: https://learn.microsoft.com/entra/identity-platform/reference-error-codes
import { randomUUID } from 'node:crypto'
import type { HttpReply } from './serve.ts'

const see = 'https://learn.microsoft.com/entra/workload-id/workload-identity-federation'
const check = `Check your federated identity credential Subject, Audience and Issuer against the presented assertion. ${see}`
const noMatch = 'No matching federated identity record found for presented assertion'

export const entraError = {
  tenantNotFound: (tenant: string) =>
    refusal(
      400,
      'invalid_tenant',
      90002,
      `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`
    ),
  applicationNotFound: (client: string, tenant: string) =>
    refusal(
      400,
      'unauthorized_client',
      700016,
      `Application with identifier '${client}' was not found in the directory '${tenant}'.`
    ),
  badSecret: (client: string) =>
    refusal(
      401,
      'invalid_client',
      7000215,
      `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${client}'.`
    ),
  badAssertion: () => refusal(401, 'invalid_client', 700027, 'Client assertion failed signature validation.'),
  noSuchIssuer: (issuer: string) => refusal(401, 'invalid_client', 700211, `${noMatch} issuer '${issuer}'. ${check}`),
  noSuchAudience: (audience: string) =>
    refusal(401, 'invalid_client', 700212, `${noMatch} audience '${audience}'. ${check}`),
  noSuchSubject: (subject: string) =>
    refusal(401, 'invalid_client', 700213, `${noMatch} subject '${subject}'. ${check}`),
  subjectDiffersByCase: (subject: string) =>
    refusal(
      401,
      'invalid_client',
      7002138,
      `${noMatch} subject '${subject}'. The subject matches when letter case is ignored, but the comparison heeds case. ${see}`
    ),
  unsupportedGrant: (grant: string) =>
    refusal(400, 'unsupported_grant_type', 70003, `The app requested an unsupported grant type '${grant}'.`)
}

function refusal(status: number, error: string, code: number, text: string): HttpReply {
  const trace = randomUUID()
  const correlation = randomUUID()
  const timestamp = `${new Date().toISOString().slice(0, 19).replace('T', ' ')}Z`
  return {
    status,
    body: {
      error,
      error_description: `AADSTS${code}: ${text} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${timestamp}`,
      error_codes: [code],
      timestamp,
      trace_id: trace,
      correlation_id: correlation,
      error_uri: `https://login.microsoftonline.com/error?code=${code}`
    }
  }
}
