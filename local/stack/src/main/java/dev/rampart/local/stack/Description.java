package dev.rampart.local.stack;

import dev.rampart.local.identity.IdentityServer;
import dev.rampart.local.identity.crypto.ClientSecret;
import dev.rampart.local.identity.settings.ClientSettings;
import dev.rampart.local.stack.instance.Instance;
import dev.rampart.local.stack.storage.StaticSite;
import dev.rampart.local.template.Stack;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes down what a run is known by. */
record Description(
    Stack stack, StackPlan plan, Endpoints endpoints, Folders folders, Optional<StaticSite> site) {

  Instance instance(
      URI gateway,
      Map<String, String> apiKeys,
      IdentityServer identity,
      List<Instance.User> users,
      Instance.Credentials administrator,
      Optional<Instance.Control> control) {
    ClientSettings web = plan.webClient();
    return new Instance(
        Instance.SCHEMA_VERSION,
        ProcessHandle.current().pid(),
        gateway.toString(),
        stack.pseudoParameters().region(),
        apiKeys.values().iterator().next(),
        apiKeys,
        identity.issuer(),
        identity.jwksUrl(),
        web.id(),
        web.callbackUrls().getFirst(),
        identity.url(),
        site.map(StaticSite::name).map(stack.outputs()::get),
        machine(plan.machineClient()),
        users,
        endpoints.byService(),
        administrator,
        names(),
        logs(),
        control);
  }

  private static Instance.MachineClient machine(ClientSettings client) {
    return new Instance.MachineClient(
        client.id(), client.secret().map(ClientSecret::value).orElseThrow());
  }

  private Instance.Names names() {
    Map<String, String> tables = new TreeMap<>();
    plan.tables().forEach((logicalId, table) -> tables.put(logicalId, table.name()));
    Map<String, String> queues = new TreeMap<>();
    stack
        .ofType("AWS::SQS::Queue")
        .forEach(q -> queues.put(q.logicalId(), q.physical().attributes().get("QueueName")));
    return new Instance.Names(
        tables, plan.buses().getFirst().name(), plan.identity().pool().id(), queues);
  }

  private Map<String, String> logs() {
    Map<String, String> logs = new TreeMap<>();
    logs.put("access", folders.accessLog().toString());
    logs.put("bus", folders.bus().toString());
    logs.put("calls", folders.calls().toString());
    plan.functions()
        .forEach(f -> logs.put(f.logicalId(), Functions.log(folders.logs(), f).toString()));
    return logs;
  }
}
