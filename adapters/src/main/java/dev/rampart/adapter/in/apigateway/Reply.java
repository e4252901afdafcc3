package dev.rampart.adapter.in.apigateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An answer as it goes out, but for the headers that every answer carries.
 *
 * @param status the HTTP status
 * @param headers by name as written
 * @param body the text of the body; empty for none
 * @param suspicions too weak to refuse, strong enough to tell
 */
record Reply(int status, Map<String, String> headers, String body, List<Suspicion> suspicions)
    implements Answer {

  Reply {
    headers = Map.copyOf(headers);
    suspicions = List.copyOf(suspicions);
  }

  /** An answer without a body. */
  static Reply empty(int status) {
    return new Reply(status, Map.of(), "", List.of());
  }

  /** An answer in JSON. */
  static Reply json(int status, String body) {
    return new Reply(status, Map.of("Content-Type", MediaType.JSON), body, List.of());
  }

  /** The same with one more header. */
  Reply with(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, more, body, suspicions);
  }

  /** The same, with something to report. */
  Reply suspecting(List<Suspicion> suspicions) {
    return new Reply(status, headers, body, suspicions);
  }

  /** The same without its body. */
  Reply bare(int status) {
    var less = new LinkedHashMap<>(headers);
    less.remove("Content-Type");
    return new Reply(status, less, "", suspicions);
  }
}
