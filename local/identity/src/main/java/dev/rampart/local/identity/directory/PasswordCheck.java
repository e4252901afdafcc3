package dev.rampart.local.identity.directory;

/** How a name and password were received. */
public sealed interface PasswordCheck {

  /** Both are right, and the user may go on. */
  record Right(User user) implements PasswordCheck {}

  record Wrong(User user) implements PasswordCheck {}

  record Unknown() implements PasswordCheck {}

  /** Too many failures lately; the password was not looked at. */
  record LockedOut() implements PasswordCheck {}

  /** The password is right, and an administrator has switched the user off. */
  record Disabled(User user) implements PasswordCheck {}

  /** The password is right, but it was a temporary one and its time is over. */
  record Expired(User user) implements PasswordCheck {}
}
