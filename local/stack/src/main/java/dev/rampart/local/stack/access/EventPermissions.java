package dev.rampart.local.stack.access;

import dev.rampart.local.access.AccessControl;
import dev.rampart.local.events.bus.DeliveryPermission;
import java.util.List;
import java.util.Optional;

/** Asks the policies of queues and keys for EventBridge. */
public record EventPermissions(AccessControl access) implements DeliveryPermission {
  /** As policies name EventBridge. */
  public static final String SERVICE = "events.amazonaws.com";

  /** To encrypt an event, and to read it when rules match it. */
  private static final List<String> ENCRYPTION = List.of("kms:GenerateDataKey", "kms:Decrypt");

  @Override
  public Optional<String> refusal(String sourceArn, String queueArn) {
    return access.delivery(SERVICE, sourceArn, queueArn);
  }

  @Override
  public Optional<String> keyRefusal(String busArn) {
    return access.keyUse(SERVICE, busArn, busArn, ENCRYPTION);
  }
}
