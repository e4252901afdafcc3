package dev.rampart.local.stack.firewall;

import dev.rampart.local.protocol.http.Field;
import dev.rampart.local.protocol.http.HttpRequest;
import java.util.List;

/**
 * The name that a request on AWS would have in its field {@code Host}. Rules look at it: one of
 * AWS's refuses {@code localhost}, which is a good name of a local port.
 */
record DeployedHost(String name) {
  /**
   * Returns a request for the firewall to judge.
   *
   * @param body the one that the firewall gets to see
   */
  HttpRequest in(HttpRequest request, byte[] body) {
    List<Field> fields =
        request.fields().stream()
            .map(field -> field.is("Host") ? new Field(field.name(), name) : field)
            .toList();
    return new HttpRequest(
        request.method(), request.path(), request.query(), fields, body, request.sourceIp());
  }
}
