package dev.rampart.local.protocol.http;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Who a port answers. A web page that is open in a browser can send requests to loopback, and can
 * point a host name of its own at loopback (DNS rebinding) to read the answers too. Both show: the
 * second in {@code Host}, the first in what browsers say about the origin of a request.
 *
 * <p>Only the name in {@code Host} is looked at, not the port: a page cannot choose the name of
 * another site, and a forwarded port may have another number.
 */
public enum Audience {
  /** Programs on this machine; no page of another origin. */
  PROGRAMS,

  /** Programs and browsers on this machine; the handler decides about other origins. */
  BROWSERS,

  /** Everybody, by any name: for a port that was bound elsewhere than to loopback on purpose. */
  EVERYBODY;

  private static final Set<String> LOOPBACK_NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

  /** RFC 6761 6.3: these names are loopback's, and nobody else can have one. */
  private static final String LOOPBACK_DOMAIN = ".localhost";

  private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

  /**
   * Checks that a request is for this audience.
   *
   * @param host the well-formed value of {@code Host}
   */
  void check(String host, List<Field> fields) {
    if (this == EVERYBODY) {
      return;
    }
    if (!isOfLoopback(name(host))) {
      throw new RequestRefused(HttpFault.MISDIRECTED);
    }
    if (this == PROGRAMS && isOfAnotherOrigin(host, fields)) {
      throw new RequestRefused(HttpFault.CROSS_SITE);
    }
  }

  private static String name(String host) {
    int port = host.indexOf(':', host.lastIndexOf(']') + 1);
    return (port < 0 ? host : host.substring(0, port)).toLowerCase(Locale.ROOT);
  }

  private static boolean isOfLoopback(String name) {
    boolean hasEmptyLabel = ("." + name).contains("..");
    return LOOPBACK_NAMES.contains(name) || (name.endsWith(LOOPBACK_DOMAIN) && !hasEmptyLabel);
  }

  /** Returns whether the fields are those of a request for a page of another origin. */
  static boolean isOfAnotherOrigin(String host, List<Field> fields) {
    return !OWN_SITE.containsAll(Field.all(fields, "Sec-Fetch-Site"))
        || !Set.of("http://" + host).containsAll(Field.all(fields, "Origin"));
  }
}
