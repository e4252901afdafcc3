"""A run of the system as a client sees it: its instance file, and one request at a time."""

import http.client
import json
import urllib.parse
import uuid

TIMEOUT_SECONDS = 60


class Run:
    """A running instance, by the file that ./rampart up --instance writes."""

    def __init__(self, instance_file):
        with open(instance_file, encoding="utf-8") as file:
            self.about = json.load(file)

    def api(self, token):
        """Returns a client of the API that signs in with this token and the web app's key."""
        return Client(self.about["baseUrl"],
                      {"Authorization": "Bearer " + token, "x-api-key": self.about["apiKey"]})

    def service(self, name, media_type):
        """Returns a client of one of the local AWS services."""
        key = self.about["credentials"]["accessKeyId"]
        scope = f"{key}/20260101/{self.about['region']}/{name}/aws4_request"
        return Client(self.about["endpoints"][name],
                      {"Content-Type": media_type, "X-Amz-Date": "20260101T000000Z",
                       "Authorization": f"AWS4-HMAC-SHA256 Credential={scope}, "
                                        f"SignedHeaders=host, Signature={'0' * 64}"})


class Client:
    """Sends to one endpoint with the same fields each time."""

    def __init__(self, url, fields):
        self.host = urllib.parse.urlsplit(url).netloc
        self.fields = {"User-Agent": "Mozilla/5.0 conformance"} | fields
        self.connection = None

    def send(self, method, target, body=b"", **fields):
        """Returns status and body; a body that is refused before it was sent is no fault."""
        own = {name.replace("_", "-"): value for name, value in fields.items()}
        for last_try in (False, True):
            if self.connection is None:
                self.connection = http.client.HTTPConnection(self.host, timeout=TIMEOUT_SECONDS)
            try:
                try:
                    self.connection.request(method, target, body, self.fields | own)
                except (BrokenPipeError, ConnectionResetError):
                    pass  # an answer may be there all the same
                answer = self.connection.getresponse()
                status, text = answer.status, answer.read()
                if answer.will_close:
                    self.connection = None
                return status, text
            except (OSError, http.client.HTTPException):
                self.connection = None
                if last_try:
                    raise
        raise AssertionError("unreachable")

    def submit(self, body):
        """Hands in a submission, with a key of its own."""
        return self.send("POST", "/v1/submissions", body, Content_Type="application/json",
                         Idempotency_Key=f'"{uuid.uuid4()}"')
