package dev.rampart.local.firewall.managed;

import com.google.re2j.Pattern;
import dev.rampart.local.firewall.field.Oversize;
import dev.rampart.local.firewall.field.PartScope;
import dev.rampart.local.firewall.field.RequestComponent;
import dev.rampart.local.firewall.statement.Inspected;
import dev.rampart.local.firewall.statement.RequestEvaluation;
import dev.rampart.local.firewall.statement.RuleStatement;
import dev.rampart.local.firewall.transformation.TextTransformation;
import java.util.List;

/** What the stand-ins for managed rules are put together from. */
final class Signatures {
  static final RequestComponent BODY = new RequestComponent.Body(Oversize.CONTINUE);
  static final RequestComponent PATH = new RequestComponent.UriPath();
  static final RequestComponent QUERY = new RequestComponent.Query();
  static final RequestComponent ARGUMENTS = new RequestComponent.Arguments();
  static final RequestComponent HEADERS =
      new RequestComponent.Headers(
          new RequestComponent.Selection.All(), PartScope.VALUE, Oversize.CONTINUE);
  static final RequestComponent COOKIES =
      new RequestComponent.Cookies(
          new RequestComponent.Selection.All(), PartScope.VALUE, Oversize.CONTINUE);

  /** One form of what is compared, whatever escapes and letter case it came in. */
  private static final List<TextTransformation> PLAIN =
      List.of(
          TextTransformation.URL_DECODE_UNI,
          TextTransformation.HTML_ENTITY_DECODE,
          TextTransformation.LOWERCASE);

  private Signatures() {}

  /** Returns a component as it is. */
  static Inspected raw(RequestComponent component) {
    return new Inspected(component, List.of());
  }

  /** Returns a component without escapes, in small letters. */
  static Inspected plain(RequestComponent component) {
    return new Inspected(component, PLAIN);
  }

  /** Returns a component as a command line. */
  static Inspected commandLine(RequestComponent component) {
    return new Inspected(
        component, List.of(TextTransformation.URL_DECODE_UNI, TextTransformation.CMD_LINE));
  }

  /** Looks for one of several pieces of text. */
  record AnyOf(Inspected inspected, List<String> pieces) implements RuleStatement {
    AnyOf(Inspected inspected, String... pieces) {
      this(inspected, List.of(pieces));
    }

    @Override
    public boolean matches(RequestEvaluation evaluation) {
      return inspected.any(evaluation, text -> pieces.stream().anyMatch(text::contains));
    }

    @Override
    public int capacity() {
      return 0;
    }
  }

  /**
   * Looks for a pattern, in texts that have a piece that each match has: the search for the piece
   * is fast.
   */
  record Search(Inspected inspected, String piece, Pattern pattern) implements RuleStatement {
    Search(Inspected inspected, String piece, String regex) {
      this(inspected, piece, Pattern.compile(regex));
    }

    @Override
    public boolean matches(RequestEvaluation evaluation) {
      return inspected.any(
          evaluation, text -> text.contains(piece) && pattern.matcher(text).find());
    }

    @Override
    public int capacity() {
      return 0;
    }
  }

  /** Looks at an address that is in no list: AWS's lists are not published. */
  static final RuleStatement NO_ADDRESS =
      new RuleStatement() {
        @Override
        public boolean matches(RequestEvaluation evaluation) {
          return false;
        }

        @Override
        public int capacity() {
          return 0;
        }
      };
}
