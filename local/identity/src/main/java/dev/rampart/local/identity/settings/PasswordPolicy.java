package dev.rampart.local.identity.settings;

import java.util.ArrayList;
import java.util.List;

/**
 * What a password must be like.
 *
 * @param lengthMin in characters, 6 to 99
 * @param temporaryValidityDays how long the password that an administrator gave can be used
 * @param historySize how many of the latest passwords a user may not choose again
 */
public record PasswordPolicy(
    int lengthMin,
    boolean lowercase,
    boolean uppercase,
    boolean numbers,
    boolean symbols,
    int temporaryValidityDays,
    int historySize) {
  /** What no password may exceed, in characters. */
  public static final int LENGTH_MAX = 256;

  /** What counts as a symbol, beside a space inside the password. */
  private static final String SYMBOLS = "^$*.[]{}()?-\"!@#%&/\\,><':;|_~`+=";

  /** Returns what is wrong with a password, in Cognito's words; empty if nothing is. */
  public List<String> faults(String password) {
    List<String> faults = new ArrayList<>();
    if (password.length() < lengthMin) {
      faults.add("Password not long enough");
    }
    if (password.length() > LENGTH_MAX) {
      faults.add("Password too long");
    }
    if (uppercase && password.chars().noneMatch(c -> c >= 'A' && c <= 'Z')) {
      faults.add("Password must have uppercase characters");
    }
    if (lowercase && password.chars().noneMatch(c -> c >= 'a' && c <= 'z')) {
      faults.add("Password must have lowercase characters");
    }
    if (numbers && password.chars().noneMatch(c -> c >= '0' && c <= '9')) {
      faults.add("Password must have numeric characters");
    }
    if (symbols && !hasSymbol(password)) {
      faults.add("Password must have symbol characters");
    }
    return List.copyOf(faults);
  }

  private static boolean hasSymbol(String password) {
    return password.chars().anyMatch(c -> SYMBOLS.indexOf(c) >= 0)
        || (password.indexOf(' ') >= 0 && password.strip().indexOf(' ') >= 0);
  }
}
