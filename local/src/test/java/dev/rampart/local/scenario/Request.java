package dev.rampart.local.scenario;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A request as it goes over the wire.
 *
 * @param fields whole lines
 */
public record Request(
    String method, String target, String version, List<String> fields, byte[] body) {

  public Request {
    fields = List.copyOf(fields);
  }

  /** A request of this caller, good in every way that all operations share. */
  static Request of(Caller caller, String method, String target, byte[] body, String... more) {
    List<String> fields = new ArrayList<>(List.of(more));
    fields.add("Host: localhost");
    fields.add("Connection: close");
    fields.add("User-Agent: scenario");
    fields.add("Content-Length: " + body.length);
    fields.add("Authorization: Bearer " + caller.token());
    fields.add("x-api-key: " + caller.apiKey());
    return new Request(method, target, "1.1", fields, body);
  }

  /** The same with one more field. */
  Request with(String field) {
    List<String> more = new ArrayList<>(fields);
    more.add(field);
    return new Request(method, target, version, more, body);
  }

  /** The same without the fields of this name. */
  Request without(String name) {
    List<String> rest = fields.stream().filter(field -> !field.startsWith(name + ":")).toList();
    return new Request(method, target, version, rest, body);
  }

  /** The same with another value of a field. */
  Request saying(String name, String value) {
    return without(name).with(name + ": " + value);
  }

  Request to(String otherTarget) {
    return new Request(method, otherTarget, version, fields, body);
  }

  Request in(String otherVersion) {
    return new Request(method, target, otherVersion, fields, body);
  }

  /** The same with another body, of its true length. */
  Request carrying(Object content) {
    byte[] bytes = Caller.bytes(content);
    return new Request(method, target, version, fields, bytes)
        .saying("Content-Length", Integer.toString(bytes.length));
  }

  byte[] bytes() {
    String head = method + " " + target + " HTTP/" + version + "\r\n";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(Caller.bytes(head + String.join("\r\n", fields) + "\r\n\r\n"));
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }
}
