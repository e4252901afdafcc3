package dev.rampart.domain.inspection.grammar;

import dev.rampart.domain.inspection.token.TokenBuffer;
import dev.rampart.domain.inspection.token.TokenKind;

/** What kinds of token mean to a shell. */
final class ShellTokens {

  private ShellTokens() {}

  /** Returns whether the kind is a word that names a program, where a command may start. */
  static boolean isCommand(int kind) {
    return kind == TokenKind.COMMAND
        || kind == TokenKind.ENGLISH_COMMAND
        || kind == TokenKind.TOOL
        || kind == TokenKind.SHELL;
  }

  /** Returns whether a command ends before the kind and another may begin behind it. */
  static boolean isSeparator(int kind) {
    return switch (kind) {
      case ';', '|', '&', TokenKind.OR_MARK, TokenKind.AND_MARK, TokenKind.LINE -> true;
      default -> false;
    };
  }

  /** Returns whether a command's name is part of a longer one: {@code node.js}. */
  static boolean isPartOfName(TokenBuffer t, int i) {
    int part = t.at(i + 2);
    return t.at(i + 1) == '.'
        && t.touches(i)
        && part != TokenKind.EXTENSION
        && part != TokenKind.NUMBER;
  }
}
