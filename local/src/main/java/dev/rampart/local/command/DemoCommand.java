package dev.rampart.local.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.local.demo.Demo;
import dev.rampart.local.demo.Report;
import dev.rampart.local.demo.Summary;
import dev.rampart.local.identity.client.SignInException;
import dev.rampart.local.run.RampartRun;
import dev.rampart.local.stack.LocalRun;
import dev.rampart.local.stack.RunFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "demo",
    description = "Starts on free ports, uses the API, attacks it, and shows what happened.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--json",
      description = "Print the steps as one line of JSON, everything else on stderr.")
  private boolean json;

  @Override
  public Integer call() throws RunFailure, IOException, InterruptedException, SignInException {
    PrintWriter err = spec.commandLine().getErr();
    PrintWriter out = spec.commandLine().getOut();
    Report report = new Report(json ? err : out);
    try (LocalRun.Ready ready =
        LocalRun.start(RampartRun.inMemory(Home.root()), step -> err.println("rampart: " + step))) {
      Demo.run(ready.instance(), report);
    } finally {
      if (json) {
        out.println(document(report));
      } else {
        new Summary(report.steps()).print(out);
      }
      out.flush();
    }
    return report.isOk() ? 0 : 1;
  }

  private static String document(Report report) throws JsonProcessingException {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("steps", report.steps());
    document.put("ok", report.isOk());
    return JsonMapper.builder().build().writeValueAsString(document);
  }
}
