const KINDS = [/[a-z]/, /[A-Z]/, /\d/, /[()`~!@#$%^&*\-_+=|{}[\]:;'<>,.?/]/];
const ALLOWED = /^[a-zA-Z0-9()`~!@#$%^&*\-_+=|{}[\]:;'<>,.?/]{8,30}$/;

/** Whether a password may be that of an instance: 8 to 30 characters of three of four kinds (contract 6, InvalidPassword.Malformed). */
export function isInstancePassword(password: string): boolean {
  return ALLOWED.test(password) && KINDS.filter((kind) => kind.test(password)).length >= 3;
}
