/** How an action asks for the password once more, when the sign-in is too old for it. The dialog is a component. */
import { createContext, use } from 'react';

/** True when the password was shown and the action can be tried again; false when the person would rather not. */
export type ConfirmPassword = () => Promise<boolean>;

export const ConfirmPasswordContext = createContext<ConfirmPassword>(() => Promise.resolve(false));

export function useConfirmPassword(): ConfirmPassword {
  return use(ConfirmPasswordContext);
}
