import { shownLine } from "../../../foundation/escape";
import { createTransport, type Transporter } from "nodemailer";

/** An e-mail to one person, as plain text. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** The sender of all mail. Azure's own address is left to Azure. */
const sender = "Local region <azure-noreply@localhost>";

const timeoutInMilliseconds = 10_000;

/** Hands mail to an SMTP server. */
export class SmtpServer {
  private readonly transport: Transporter;

  /**
   * @param address Such as `smtp://127.0.0.1:2525`, or `smtps://user:password@mail.example.com`.
   * @throws Error where it is no such address; it does not show it, as it may hold a password.
   */
  constructor(address: string) {
    if (!URL.canParse(address) || !["smtp:", "smtps:"].includes(new URL(address).protocol)) {
      throw new Error(
        "LOCAL_REGION_SMTP is not the address of a mail server. Give it as smtp://host:port or smtps://user:password@host:port.",
      );
    }
    this.transport = createTransport({
      url: address,
      connectionTimeout: timeoutInMilliseconds,
      greetingTimeout: timeoutInMilliseconds,
      socketTimeout: timeoutInMilliseconds,
    });
  }

  /** @throws Error where the server does not take it. */
  async send({ to, subject, text }: Mail): Promise<void> {
    await this.transport.sendMail({ from: sender, to: { name: "", address: to }, subject: shownLine(subject), text });
  }
}

/** The mail server of a daemon's environment; undefined where none is set, and mail goes into the event log. */
export function smtpServerFrom(environment: NodeJS.ProcessEnv): SmtpServer | undefined {
  const { LOCAL_REGION_SMTP: address } = environment;
  return address ? new SmtpServer(address) : undefined;
}
