package dev.rampart.local.identity.directory;

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
  private final Consumer<Email> mail;

  /** Recovers the users of a directory; {@code mail} sends the codes. */
  public PasswordRecovery(Directory directory, InstantSource clock, Consumer<Email> mail) {
    this.directory = directory;
    this.codes = new MailedCodes(clock, VALIDITY);
    this.mail = mail;
  }

  /**
   * Sends a code to the user of a name, if there is one who can use it.
   *
   * @return whether it was done; false if there were too many attempts for the name
   */
  public boolean request(String name) {
    Optional<String> code = codes.issue(directory.key(name));
    code.ifPresent(
        sent ->
            recoverable(name)
                .flatMap(User::verifiedEmail)
                .ifPresent(
                    address ->
                        mail.accept(new Email(address, "Your password reset code is " + sent))));
    return code.isPresent();
  }

  /**
   * Sets a new password if the code is right, which is then used up. One at a time, so that a code
   * works once.
   *
   * @throws dev.rampart.local.protocol.AwsError if the password does not conform, or is one of the
   *     latest; the code can be used again then
   */
  public synchronized MailedCodes.Check confirm(String name, String code, String password) {
    directory.checkPassword(password);
    MailedCodes.Check check = codes.check(directory.key(name), code);
    if (check != MailedCodes.Check.RIGHT) {
      return check;
    }
    if (recoverable(name).isEmpty()) {
      return MailedCodes.Check.WRONG;
    }
    directory.choosePassword(name, password);
    codes.end(directory.key(name));
    return check;
  }

  private Optional<User> recoverable(String name) {
    return directory.find(name).filter(User::enabled).filter(user -> !user.mustChangePassword());
  }
}
