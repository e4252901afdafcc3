package dev.rampart.local.stack.access;

import dev.rampart.local.access.AccessControl;
import dev.rampart.local.protocol.lambda.FunctionInvoker;
import dev.rampart.local.protocol.lambda.InvocationResult;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Invokes functions for a service that needs their permission.
 *
 * @param service for example {@code apigateway.amazonaws.com}
 * @param sourceArn makes an ARN of what the service says it invokes for
 */
public record PermittedInvoker(
    FunctionInvoker functions,
    AccessControl access,
    String service,
    UnaryOperator<String> sourceArn)
    implements FunctionInvoker {

  @Override
  public InvocationResult invoke(String functionArn, byte[] event) throws InterruptedException {
    return invokeFor("", functionArn, event);
  }

  @Override
  public InvocationResult invokeFor(String source, String functionArn, byte[] event)
      throws InterruptedException {
    Optional<String> refusal =
        access.service(service, sourceArn.apply(source), "lambda:InvokeFunction", functionArn);
    return refusal.isPresent()
        ? new InvocationResult.NotPermitted(refusal.get())
        : functions.invoke(functionArn, event);
  }
}
