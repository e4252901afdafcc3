package dev.rampart.local.identity.directory;

import dev.rampart.local.identity.directory.MailedCodes.Addressee;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** Lets users show that they read what is sent to their email address. */
public final class EmailVerification {
  /** Cognito's own. */
  private static final Duration VALIDITY = Duration.ofHours(24);

  private final Directory directory;
  private final MailedCodes codes;

  /** Verifies the addresses of the users of a directory; {@code mail} sends the codes. */
  public EmailVerification(Directory directory, InstantSource clock, Consumer<Email> mail) {
    this.directory = directory;
    this.codes = new MailedCodes(clock, VALIDITY, "Your verification code is ", mail);
  }

  /**
   * Sends a code to an address that a user has, or is about to have.
   *
   * @return whether it was sent; false if there were too many attempts by the user, whatever the
   *     address
   */
  public boolean request(User user, String address) {
    return codes.send(user.sub(), Optional.of(new Addressee(user.sub(), address)));
  }

  /** Marks the address of a user as verified if the code is the one that was sent to it. */
  public synchronized MailedCodes.Check confirm(User user, String address, String code) {
    MailedCodes.Check check =
        codes.check(user.sub(), Optional.of(new Addressee(user.sub(), address)), code);
    if (check == MailedCodes.Check.RIGHT) {
      directory.change(user.name(), current -> current.withVerifiedEmail(address));
      codes.end(user.sub(), code);
    }
    return check;
  }
}
