package dev.rampart.replay.input;

import dev.rampart.domain.common.Ascii;
import dev.rampart.domain.common.IpAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * A line of the Common or the Combined Log Format, as Apache, nginx and others write it: {@code
 * address identity user [time] "request" status bytes "referer" "user agent"}.
 *
 * @param user who was signed in by the server's own means; empty if nobody was
 * @param method the method, as it was sent
 * @param target the path and query, as they were sent; all of the request if it is not HTTP
 * @param agent the user agent; empty if it is not known
 */
record CombinedLogLine(
    IpAddress address,
    String user,
    Instant time,
    String method,
    String target,
    int status,
    String agent) {
  private static final String NONE = "-";

  /** Returns the line; empty if it has another format. */
  static Optional<CombinedLogLine> parse(String text) {
    Scanner scanner = new Scanner(text);
    String address = scanner.until(' ');
    scanner.until(' ');
    String user = scanner.until(' ');
    String time = scanner.between('[', ']');
    String request = scanner.between('"', '"');
    String status = scanner.until(' ');
    scanner.until(' ');
    scanner.between('"', '"');
    String agent = scanner.between('"', '"');
    Optional<IpAddress> source = IpAddress.parse(address);
    Optional<Instant> at = LogTime.parse(time);
    if (source.isEmpty() || at.isEmpty() || !isStatus(status)) {
      return Optional.empty();
    }
    int space = request.indexOf(' ');
    int end = request.lastIndexOf(' ');
    boolean isHttp = space > 0 && end > space;
    return Optional.of(
        new CombinedLogLine(
            source.get(),
            known(user),
            at.get(),
            isHttp ? request.substring(0, space) : "",
            isHttp ? request.substring(space + 1, end) : request,
            Integer.parseInt(status),
            known(agent)));
  }

  private static boolean isStatus(String text) {
    return text.length() == 3
        && text.charAt(0) >= '1'
        && text.charAt(0) <= '5'
        && Ascii.isDigit(text.charAt(1))
        && Ascii.isDigit(text.charAt(2));
  }

  /** Returns the target without its query. */
  String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  private static String known(String text) {
    return text.equals(NONE) ? "" : text;
  }

  /** Goes through the fields of a line. What is missing is empty. */
  private static final class Scanner {
    private final String text;
    private int at;

    Scanner(String text) {
      this.text = text;
    }

    /** Returns what is in front of the next delimiter, or the rest. */
    String until(char delimiter) {
      int end = text.indexOf(delimiter, at);
      return take(end < 0 ? text.length() : end);
    }

    /** Returns what is between two delimiters; a backslash takes the meaning of the second. */
    String between(char open, char close) {
      int start = text.indexOf(open, at);
      if (start < 0) {
        at = text.length();
        return "";
      }
      at = start + 1;
      String taken = take(closing(close));
      if (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
      return taken;
    }

    private int closing(char close) {
      int end = text.indexOf(close, at);
      int escape = text.indexOf('\\', at);
      if (end >= 0 && (escape < 0 || end < escape)) {
        return end;
      }
      end = at;
      while (end < text.length() && text.charAt(end) != close) {
        end += text.charAt(end) == '\\' ? 2 : 1;
      }
      return Math.min(end, text.length());
    }

    private String take(int end) {
      String taken = text.substring(at, end);
      at = Math.min(end + 1, text.length());
      return taken;
    }
  }
}
