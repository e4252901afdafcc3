package dev.rampart.local.identity.directory;

import dev.rampart.local.identity.directory.MailedCodes.Addressee;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Lets users who forgot their password choose a new one, with a code sent to their verified email
 * address. Names that cannot be recovered are treated alike in all but the sending, so that nobody
 * learns which names exist.
 */
public final class PasswordRecovery {
  /** Cognito's own. */
  private static final Duration VALIDITY = Duration.ofHours(1);

  private final Directory directory;
  private final MailedCodes codes;

  /** Recovers the users of a directory; {@code mail} sends the codes. */
  public PasswordRecovery(Directory directory, InstantSource clock, Consumer<Email> mail) {
    this.directory = directory;
    this.codes = new MailedCodes(clock, VALIDITY, "Your password reset code is ", mail);
  }

  /**
   * Sends a code to the user of a name, if there is one who can use it.
   *
   * @param user who has the name; empty if nobody does
   * @return whether it was done; false if there were too many attempts for the name
   */
  public boolean request(String name, Optional<User> user) {
    return codes.send(directory.key(name), addressee(user));
  }

  /**
   * Sets a new password if the code is right, which is then used up: one that was sent to this
   * user, at the address that is still the user's verified one. One at a time, so that a code works
   * once.
   *
   * @throws dev.rampart.local.protocol.AwsError if the password does not conform, or is one of the
   *     latest; the code can be used again then
   */
  public synchronized MailedCodes.Check confirm(String name, String code, String password) {
    directory.checkPassword(password);
    String account = directory.key(name);
    Optional<User> user = directory.find(name);
    MailedCodes.Check check = codes.check(account, addressee(user), code);
    if (check == MailedCodes.Check.RIGHT) {
      directory.choosePassword(user.orElseThrow(), password);
      codes.end(account, code);
    }
    return check;
  }

  private static Optional<Addressee> addressee(Optional<User> user) {
    return user.filter(User::enabled)
        .filter(enabled -> !enabled.mustChangePassword())
        .flatMap(
            recoverable ->
                recoverable
                    .verifiedEmail()
                    .map(address -> new Addressee(recoverable.sub(), address)));
  }
}
