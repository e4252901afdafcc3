package dev.rampart.local.topics;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How a subscriber gets messages, by SNS's names. */
public enum TopicProtocol {
  SQS("sqs"),
  HTTP("http"),
  HTTPS("https"),
  EMAIL("email"),
  EMAIL_JSON("email-json"),
  SMS("sms");

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private final String protocol;

  TopicProtocol(String protocol) {
    this.protocol = protocol;
  }

  String protocol() {
    return protocol;
  }

  static Optional<TopicProtocol> of(String name) {
    return Arrays.stream(values()).filter(each -> each.protocol.equals(name)).findFirst();
  }

  static String names() {
    return Arrays.stream(values()).map(TopicProtocol::protocol).collect(Collectors.joining(", "));
  }

  boolean isHttp() {
    return this == HTTP || this == HTTPS;
  }

  /**
   * Returns what is wrong with an endpoint, as the rest of a sentence that begins with it; empty if
   * nothing is.
   */
  Optional<String> fault(String endpoint) {
    boolean isGood =
        switch (this) {
          case SQS -> endpoint.startsWith("arn:") && endpoint.contains(":sqs:");
          case HTTP, HTTPS -> isOnLoopback(endpoint);
          case EMAIL, EMAIL_JSON -> endpoint.matches("[^@\\s]{1,64}@[^@\\s]{1,255}");
          case SMS -> endpoint.matches("\\+?[0-9 ()-]{3,20}");
        };
    if (isGood) {
      return Optional.empty();
    }
    return Optional.of(
        isHttp()
            ? "is no " + protocol + " URL on loopback, and nothing leaves this machine"
            : "is no endpoint of the protocol " + protocol);
  }

  private boolean isOnLoopback(String endpoint) {
    try {
      URI url = URI.create(endpoint);
      return protocol.equals(url.getScheme())
          && url.getHost() != null
          && url.getUserInfo() == null
          && LOOPBACK.contains(url.getHost());
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
