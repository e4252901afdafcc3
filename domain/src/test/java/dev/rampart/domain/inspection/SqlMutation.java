package dev.rampart.domain.inspection;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A way to rewrite an SQL injection so that a database reads the same and a filter does not: the
 * operators of WAF-A-MoLE (Demetrio, Valenza, Costa and Lagorio 2020).
 */
enum SqlMutation {
  SWAP_CASE {
    @Override
    String of(String sql, Random random) {
      StringBuilder out = new StringBuilder();
      sql.chars()
          .map(c -> random.nextBoolean() ? Character.toUpperCase(c) : Character.toLowerCase(c))
          .forEach(out::appendCodePoint);
      return out.toString();
    }
  },
  OTHER_BLANK {
    @Override
    String of(String sql, Random random) {
      return replaceOne(sql, " ", pick(random, "\t", "\n", "\r", "\u000b", "\f", "\u00a0"), random);
    }
  },
  COMMENT_FOR_BLANK {
    @Override
    String of(String sql, Random random) {
      return replaceOne(sql, " ", "/**/", random);
    }
  },
  COMMENT_CONTENT {
    @Override
    String of(String sql, Random random) {
      return replaceOne(sql, "/**/", "/*" + pick(random, "x", "y9", "a_b") + "*/", random);
    }
  },
  TAIL {
    @Override
    String of(String sql, Random random) {
      return sql.endsWith("#") || sql.endsWith("--") ? sql + pick(random, "x", " y9", "=") : sql;
    }
  },
  HEX_INTEGER {
    @Override
    String of(String sql, Random random) {
      return replaceInteger(sql, "0x1", random);
    }
  },
  NESTED_INTEGER {
    @Override
    String of(String sql, Random random) {
      return replaceInteger(sql, "(select 1)", random);
    }
  },
  SYMBOL_FOR_WORD {
    @Override
    String of(String sql, Random random) {
      String lower = sql.toLowerCase(Locale.ROOT);
      return random.nextBoolean()
          ? replaceOne(lower, " or ", " || ", random)
          : replaceOne(lower, " and ", " && ", random);
    }
  },
  LIKE_FOR_EQUALS {
    @Override
    String of(String sql, Random random) {
      return replaceOne(sql, "=", " like ", random);
    }
  },
  INVARIANT {
    @Override
    String of(String sql, Random random) {
      String always = pick(random, " and 1=1", " and 2<>3", " and 'a'='a'", " or 0=1", " && true");
      int cut = Math.max(sql.lastIndexOf("--"), sql.lastIndexOf('#'));
      return cut < 0 ? sql : sql.substring(0, cut) + always + sql.substring(cut);
    }
  };

  static final List<SqlMutation> ALL = List.of(values());

  /** Returns the text rewritten in one place; as it was if there is nothing to rewrite. */
  abstract String of(String sql, Random random);

  private static String pick(Random random, String... options) {
    return options[random.nextInt(options.length)];
  }

  /** Leaves text with a hexadecimal integer alone: a digit of one is no integer of its own. */
  private static String replaceInteger(String sql, String by, Random random) {
    return sql.contains("0x") ? sql : replaceOne(sql, "1", by, random);
  }

  private static String replaceOne(String text, String what, String by, Random random) {
    int places = text.split(java.util.regex.Pattern.quote(what), -1).length - 1;
    if (places < 1) {
      return text;
    }
    int at = -1;
    for (int skip = random.nextInt(places); skip >= 0; skip--) {
      at = text.indexOf(what, at + 1);
    }
    return text.substring(0, at) + by + text.substring(at + what.length());
  }
}
