/** How a message leaves the house, by channel. A channel without an outlet keeps what would have been sent. */
export interface Outgoing {
  /** the same at every try: a receiver can tell a repetition by it */
  id: string;
  to: string;
  subject: string;
  text: string;
}

/** @throws JobHopeless when no further try will help: the address is refused */
export type Outlet = (message: Outgoing) => Promise<void>;

export interface Outlets {
  email?: Outlet;
  sms?: Outlet;
  zalo?: Outlet;
}
