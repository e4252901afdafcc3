package dev.rampart.adapter.in.apigateway.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The reply to a request, without the headers that every reply carries.
 *
 * @param status the HTTP status
 * @param headers by name as written
 * @param body the text of the body; empty if there is none
 * @param suspicions too weak to refuse the request, strong enough to be reported
 */
public record Reply(
    int status, Map<String, String> headers, String body, List<Suspicion> suspicions)
    implements Answer {

  public Reply {
    headers = Map.copyOf(headers);
    suspicions = List.copyOf(suspicions);
  }

  /** Returns a reply without a body. */
  public static Reply empty(int status) {
    return new Reply(status, Map.of(), "", List.of());
  }

  /** Returns a reply in JSON. */
  public static Reply json(int status, String body) {
    return new Reply(status, Map.of("Content-Type", MediaType.JSON), body, List.of());
  }

  @Override
  public Reply with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, more, body, suspicions);
  }

  /** Returns this reply with something to report. */
  public Reply suspecting(List<Suspicion> suspicions) {
    return new Reply(status, headers, body, suspicions);
  }

  /** Returns this reply with another status and without its body. */
  public Reply withoutBody(int status) {
    Map<String, String> less = new LinkedHashMap<>(headers);
    less.remove("Content-Type");
    return new Reply(status, less, "", suspicions);
  }
}
