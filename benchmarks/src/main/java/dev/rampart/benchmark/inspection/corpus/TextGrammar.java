package dev.rampart.benchmark.inspection.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * Text at random from a context-free grammar: {@code @name} opens a rule, each line below it is one
 * alternative, {@code «name»} stands for a rule, {@code \n} for a line end, and lines that begin
 * with {@code # } before the first rule are remarks.
 */
final class TextGrammar {

  private static final int DEPTH_MAX = 12;

  private final Map<String, List<String>> rules = new HashMap<>();
  private final Random random;

  private TextGrammar(Random random) {
    this.random = random;
  }

  /** Reads a grammar that lies beside this class. */
  static TextGrammar of(String resource, Random random) {
    TextGrammar grammar = new TextGrammar(random);
    try (InputStream stream =
            Objects.requireNonNull(TextGrammar.class.getResourceAsStream(resource), resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      List<String> rule = new ArrayList<>();
      String name = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.matches("@[A-Za-z0-9]+")) {
          grammar.close(name, rule);
          name = line.substring(1);
          rule = new ArrayList<>();
        } else if (!name.isEmpty()) {
          rule.add(line);
        }
      }
      grammar.close(name, rule);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return grammar;
  }

  /** The last empty line of a rule only separates it from the next; others are alternatives. */
  private void close(String name, List<String> rule) {
    if (!name.isEmpty()) {
      int last = rule.size() - 1;
      rules.put(name, last >= 0 && rule.get(last).isEmpty() ? rule.subList(0, last) : rule);
    }
  }

  int alternatives(String rule) {
    return alternativesOf(rule).size();
  }

  /** Expands one alternative of a rule. */
  String expand(String rule, int alternative) {
    StringBuilder out = new StringBuilder();
    expandText(alternativesOf(rule).get(alternative), out, 0);
    return out.toString();
  }

  private List<String> alternativesOf(String rule) {
    return Objects.requireNonNull(rules.get(rule), rule);
  }

  private void expandText(String text, StringBuilder out, int depth) {
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf('«', at);
      if (open < 0) {
        break;
      }
      append(text.substring(at, open), out);
      int close = text.indexOf('»', open);
      List<String> options = alternativesOf(text.substring(open + 1, close));
      if (depth < DEPTH_MAX) {
        expandText(options.get(random.nextInt(options.size())), out, depth + 1);
      }
      at = close + 1;
    }
    append(text.substring(at), out);
  }

  private static void append(String text, StringBuilder out) {
    out.append(text.replace("\\n", "\n"));
  }
}
