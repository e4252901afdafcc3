package dev.rampart.local.firewall.log;

import java.time.Instant;

/**
 * Where a request came in.
 *
 * @param webAclArn which judged it
 * @param name {@code APIGW} or {@code COGNITO}
 * @param id of the resource, as log records write it
 */
public record LogSource(String webAclArn, String name, String id, String requestId, Instant time) {}
