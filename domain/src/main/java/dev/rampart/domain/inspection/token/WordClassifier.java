package dev.rampart.domain.inspection.token;

import dev.rampart.domain.inspection.text.Characters;
import dev.rampart.domain.inspection.text.DecodedText;
import dev.rampart.domain.inspection.text.WordHash;

/**
 * Tells what a word is, by the word and by where it stands: after {@code <} it names a tag, after
 * {@code $} an operator, before {@code =} a handler, where a command may start a command.
 */
final class WordClassifier {

  private static final int BLANKS_MAX = 8;

  private WordClassifier() {}

  /**
   * Returns the kind of the word from {@code start} to {@code end} (exclusive), given its hash, the
   * tokens before it and whether a command may start there.
   */
  static int kind(
      long hash, DecodedText in, int start, int end, TokenBuffer before, boolean commandPlace) {
    int last = before.count - 1;
    int lastKind = before.kind[last];
    boolean touching = before.end[last] == start;
    if (touching && (lastKind == '<' || lastKind == TokenKind.LT_SLASH)) {
      int kind = Vocabulary.TAGS.kind(hash);
      return kind == 0 ? TokenKind.OTHER_TAG : kind;
    }
    if (touching && (lastKind == '$' || lastKind == TokenKind.BRACKET_DOLLAR)) {
      int kind = Vocabulary.MONGO.kind(hash);
      if (kind != 0) {
        return kind;
      }
    }
    if (in.chars[start] == 'o'
        && in.at(start + 1) == 'n'
        && end - start > 3
        && isAssigned(in, end)) {
      int kind = Vocabulary.EVENTS.kind(hash);
      return kind == 0 ? TokenKind.EVENT_LIKE : kind;
    }
    boolean runs = commandPlace && in.at(end) != ':' && in.at(end) != '=';
    if (runs || (lastKind == '/' && touching && before.at(last - 1) == TokenKind.BIN)) {
      int kind = command(hash, in, start, end);
      if (kind != 0) {
        return kind;
      }
    }
    int kind = Vocabulary.ANYWHERE.kind(hash);
    return kind == 0 ? TokenKind.WORD : kind;
  }

  /** Returns what the word is as a command's name, digits at its end apart; 0 if it is none. */
  private static int command(long hash, DecodedText in, int start, int end) {
    int kind = Vocabulary.COMMANDS.kind(hash);
    if (kind != 0 || !Characters.isDigit(in.chars[end - 1])) {
      return kind;
    }
    int last = end - 1;
    while (last > start && Characters.isDigit(in.chars[last - 1])) {
      last--;
    }
    long letters = WordHash.seed();
    for (int i = start; i < last; i++) {
      letters = WordHash.add(letters, in.chars[i]);
    }
    return Vocabulary.COMMANDS.kind(letters);
  }

  /** Returns whether {@code =} follows, blanks apart. */
  private static boolean isAssigned(DecodedText in, int end) {
    int i = end;
    while (i < in.length && i < end + BLANKS_MAX && in.chars[i] <= ' ') {
      i++;
    }
    return in.at(i) == '=' && in.at(i + 1) != '=';
  }
}
