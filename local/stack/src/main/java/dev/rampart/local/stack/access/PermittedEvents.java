package dev.rampart.local.stack.access;

import dev.rampart.local.access.AccessControl;
import dev.rampart.local.host.async.AsyncInvoker;
import dev.rampart.local.protocol.lambda.AsyncFunctionInvoker;
import dev.rampart.local.protocol.lambda.AsyncInvocation;
import java.util.Optional;

/**
 * Takes events for functions from a service that needs their permission.
 *
 * @param service for example {@code events.amazonaws.com}
 */
public record PermittedEvents(AsyncInvoker functions, AccessControl access, String service)
    implements AsyncFunctionInvoker {

  @Override
  public AsyncInvocation offer(String source, String functionArn, byte[] event) {
    if (!functions.knows(functionArn)) {
      return new AsyncInvocation.NotFound();
    }
    Optional<String> refusal =
        access.service(service, source, "lambda:InvokeFunction", functionArn);
    if (refusal.isPresent()) {
      return new AsyncInvocation.NotPermitted(refusal.get());
    }
    return functions.offer(functionArn, event)
        ? new AsyncInvocation.Accepted()
        : new AsyncInvocation.Throttled();
  }
}
