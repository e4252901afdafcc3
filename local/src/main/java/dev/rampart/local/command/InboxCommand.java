package dev.rampart.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.local.stack.instance.Instance;
import dev.rampart.local.stack.instance.InstanceClient;
import dev.rampart.local.topics.InboxService;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "inbox",
    description =
        "Shows the mails and webhooks that the run would have sent, newest last: of alarms and"
            + " threats, by their topics and rules, and of the user pool.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:shown, or there is none", "1:nothing runs", "2:wrong usage"})
final class InboxCommand implements Callable<Integer> {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Spec private CommandSpec spec;
  @Mixin private InstanceOption instance;

  @Option(names = "--json", description = "Print the mails as one line of JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Optional<Instance> found = instance.find();
    if (found.isEmpty()) {
      spec.commandLine().getErr().println("rampart: nothing is running");
      return 1;
    }
    JsonNode inbox = inbox(found.get());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(inbox);
    } else if (inbox.path("mails").isEmpty()) {
      out.println("There is no mail.");
    } else {
      inbox.path("mails").forEach(mail -> print(out, mail));
    }
    out.flush();
    return 0;
  }

  private static JsonNode inbox(Instance running) throws IOException, InterruptedException {
    String url = running.endpoints().getOrDefault(InboxService.ENDPOINT, "");
    HttpResponse<byte[]> answer = InstanceClient.get(url);
    if (answer.statusCode() != 200) {
      throw new IOException("the run answers " + answer.statusCode() + " at " + url);
    }
    return JSON.readTree(answer.body());
  }

  private static void print(PrintWriter out, JsonNode mail) {
    out.println("Subject: " + printable(mail.path("subject").asText()));
    out.println("Time:    " + mail.path("time").asText());
    out.println("To:      " + printable(mail.path("to").asText()));
    out.println();
    mail.path("body").asText().lines().forEach(line -> out.println("  " + printable(line)));
    out.println();
  }

  /** A terminal acts on control characters; none of a client's reach it. */
  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
