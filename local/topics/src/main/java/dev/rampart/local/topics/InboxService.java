package dev.rampart.local.topics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsAction;
import dev.rampart.local.protocol.AwsService;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import java.util.List;

/** Shows the inbox as JSON; no service of AWS. */
public record InboxService(Inbox inbox) implements AwsService {
  /** The path at which it answers. */
  public static final String PATH = "/inbox";

  /** What an instance calls the endpoint. */
  public static final String ENDPOINT = "inbox";

  @Override
  public boolean serves(HttpRequest request) {
    return request.method().equals("GET") && request.path().equals(PATH);
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode mails = answer.putArray("mails");
    for (Mail mail : inbox.all()) {
      mails
          .addObject()
          .put("time", mail.at().toString())
          .put("kind", mail.kind())
          .put("from", mail.from())
          .put("to", mail.to())
          .put("subject", mail.subject())
          .put("body", mail.body());
    }
    return HttpResponse.json(200, answer);
  }

  /** Every character may take six bytes in JSON. */
  @Override
  public int answerBytesMax(HttpRequest request) {
    return 6 * Inbox.CHARS_MAX;
  }

  /** A function is not to see what no function on AWS can. */
  @Override
  public List<AwsAction> actions(HttpRequest request) {
    return List.of(new AwsAction("run:ListMails", AwsAction.ANY));
  }
}
