import { type Account, accountSecret } from "../../settings/accounts";
import { getSecret } from "../../settings/secrets";
import type { CalendarAccount } from "./account";
import { calComAccount } from "./cal-com-account";
import { calendlyAccount } from "./calendly-account";
import { AccountError } from "./problem";

/** The API of an account with a given token; for the check before it is kept. */
export function accountApi(
  { scheduler, api }: Pick<Account, "scheduler" | "api">,
  token: string,
): CalendarAccount {
  return scheduler === "calendly" ? calendlyAccount(token, api) : calComAccount(token, api);
}

/** The API of an account with the token that is kept for it. @throws AccountError when there is none */
export async function openAccount(account: Account): Promise<CalendarAccount> {
  const token = await getSecret(accountSecret(account.id));
  if (token === null) throw new AccountError({ cause: "token-refused", detail: "" });
  return accountApi(account, token);
}
