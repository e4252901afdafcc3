package dev.rampart.local.run;

import dev.rampart.local.identity.IdentityServer;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Stack;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes down what a run is known by. */
public record Description(
    Stack stack, StackPlan plan, Endpoints endpoints, Folders folders, Keys keys) {

  Instance instance(
      URI gateway,
      IdentityServer identity,
      UserPool pool,
      List<Instance.User> users,
      Instance.Credentials administrator) {
    Resource web = stack.get("WebClient");
    Resource machine = stack.get("MachineClient");
    return new Instance(
        Instance.SCHEMA_VERSION,
        ProcessHandle.current().pid(),
        gateway.toString(),
        stack.pseudoParameters().region(),
        keys.apiKey(),
        identity.issuer(),
        identity.jwksUrl(),
        web.physical().ref(),
        web.property("CallbackURLs").path(0).asText(),
        identity.url(),
        new Instance.MachineClient(
            machine.physical().ref(), pool.ids().clientSecret(machine.logicalId())),
        users,
        endpoints.byService(),
        administrator,
        names(),
        logs());
  }

  private Instance.Names names() {
    Map<String, String> tables = new TreeMap<>();
    stack
        .ofType("AWS::DynamoDB::Table")
        .forEach(t -> tables.put(t.logicalId(), t.physical().ref()));
    Map<String, String> queues = new TreeMap<>();
    stack
        .ofType("AWS::SQS::Queue")
        .forEach(q -> queues.put(q.logicalId(), q.physical().attributes().get("QueueName")));
    return new Instance.Names(
        tables, plan.buses().getFirst(), stack.get("UserPool").physical().ref(), queues);
  }

  private Map<String, String> logs() {
    Map<String, String> logs = new TreeMap<>();
    logs.put("access", folders.accessLog().toString());
    logs.put("bus", folders.bus().toString());
    plan.functions()
        .forEach(f -> logs.put(f.logicalId(), Functions.log(folders.logs(), f).toString()));
    return logs;
  }
}
