package dev.rampart.local.topics;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Keeps the mails of a run, in memory: the last {@value #MAILS_MAX}, as far as they have {@value
 * #CHARS_MAX} characters together. A longer body than {@value #BODY_CHARS_MAX} characters is cut.
 * Safe for use by many threads.
 */
public final class Inbox {
  static final int MAILS_MAX = 1_000;

  /** 8 MB at most. */
  static final int CHARS_MAX = 4_000_000;

  /** A mail must not take the room of all others. */
  static final int BODY_CHARS_MAX = 400_000;

  private final Deque<Mail> mails = new ArrayDeque<>();
  private long chars;

  /** Adds a mail; the oldest ones go if there is no more room. */
  public synchronized void add(Mail whole) {
    Mail mail = cut(whole);
    mails.addLast(mail);
    chars += mail.chars();
    while (mails.size() > MAILS_MAX || chars > CHARS_MAX) {
      chars -= mails.removeFirst().chars();
    }
  }

  private static Mail cut(Mail mail) {
    int length = mail.body().length();
    if (length <= BODY_CHARS_MAX) {
      return mail;
    }
    String remark = "\n[The local inbox cut this mail: its body had " + length + " characters.]";
    String body = mail.body().substring(0, BODY_CHARS_MAX) + remark;
    return new Mail(mail.at(), mail.kind(), mail.from(), mail.to(), mail.subject(), body);
  }

  /** Returns all mails, newest last. */
  public synchronized List<Mail> all() {
    return List.copyOf(mails);
  }
}
