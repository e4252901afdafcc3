package dev.rampart.local.identity.directory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Lets users show that they read what is sent to their email address. */
public final class EmailVerification {
  /** Cognito's own. */
  private static final Duration VALIDITY = Duration.ofHours(24);

  private final Directory directory;
  private final MailedCodes codes;
  private final Consumer<Email> mail;

  /** Verifies the addresses of the users of a directory; {@code mail} sends the codes. */
  public EmailVerification(Directory directory, InstantSource clock, Consumer<Email> mail) {
    this.directory = directory;
    this.codes = new MailedCodes(clock, VALIDITY);
    this.mail = mail;
  }

  /**
   * Sends a code to the address of a user.
   *
   * @return whether it was sent; false if there were too many attempts for the address
   */
  public boolean request(User user, String address) {
    Optional<String> code = codes.issue(key(user, address));
    code.ifPresent(sent -> mail.accept(new Email(address, "Your verification code is " + sent)));
    return code.isPresent();
  }

  /** Marks an address of a user as verified if the code is the one that was sent to it. */
  public synchronized MailedCodes.Check confirm(User user, String address, String code) {
    MailedCodes.Check check = codes.check(key(user, address), code);
    if (check == MailedCodes.Check.RIGHT) {
      directory.setAttributes(user.name(), Map.of("email", address, "email_verified", "true"));
      codes.end(key(user, address));
    }
    return check;
  }

  /** A code is good for the address that it was sent to, and no other that the user has later. */
  private static String key(User user, String address) {
    return user.sub() + " " + address;
  }
}
