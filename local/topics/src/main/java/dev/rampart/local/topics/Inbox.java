package dev.rampart.local.topics;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Keeps the mails of a run, in memory: the last {@value #MAILS_MAX}, as far as they have {@value
 * #CHARS_MAX} characters together. Safe for use by many threads.
 */
public final class Inbox {
  static final int MAILS_MAX = 1_000;

  /** 8 MB at most. */
  static final int CHARS_MAX = 4_000_000;

  private final Deque<Mail> mails = new ArrayDeque<>();
  private long chars;

  /** Adds a mail; the oldest ones go if there is no more room. */
  public synchronized void add(Mail mail) {
    mails.addLast(mail);
    chars += mail.chars();
    while (mails.size() > MAILS_MAX || chars > CHARS_MAX) {
      chars -= mails.removeFirst().chars();
    }
  }

  /** Returns all mails, newest last. */
  public synchronized List<Mail> all() {
    return List.copyOf(mails);
  }
}
