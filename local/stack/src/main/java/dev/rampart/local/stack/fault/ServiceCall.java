package dev.rampart.local.stack.fault;

import dev.rampart.local.protocol.AwsAction;
import dev.rampart.local.protocol.AwsService;
import dev.rampart.local.protocol.http.HttpRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a request is, in the words that a fault is asked for in.
 *
 * @param operations the actions that it would be authorised for, such as {@code dynamodb:PutItem},
 *     and the operation as the client calls it, such as {@code dynamodb:TransactWriteItems}
 * @param resources the ARNs that it is about
 */
record ServiceCall(Set<String> operations, List<String> resources) {

  /** Reads it out of the body, which takes memory. */
  static ServiceCall of(AwsService service, HttpRequest request) {
    List<AwsAction> actions = service.actions(request);
    Set<String> operations = new HashSet<>();
    actions.forEach(action -> operations.add(action.name()));
    String target = request.header("X-Amz-Target").orElse("");
    if (!actions.isEmpty() && target.contains(".")) {
      String name = actions.getFirst().name();
      String prefix = name.substring(0, name.indexOf(':') + 1);
      operations.add(prefix + target.substring(target.indexOf('.') + 1));
    }
    return new ServiceCall(
        Set.copyOf(operations), actions.stream().map(AwsAction::resource).toList());
  }
}
