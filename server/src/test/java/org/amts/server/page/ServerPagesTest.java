package org.amts.server.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.amts.server.protocol.ErrorType;
import org.amts.server.protocol.ServiceException;
import org.amts.testing.RandomText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServerPagesTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What the service answers. */
  private final Map<String, String> answers = new HashMap<>();

  /** What the service was asked, as {@code Operation{request}}. */
  private final List<String> asked = new ArrayList<>();

  private final List<JobLog.Entry> log = new ArrayList<>();

  private final ServerPages pages =
      new ServerPages(
          this::call,
          (text, source, target, parallelData) ->
              parallelData.isEmpty() ? "das Modell " + text : "das Netz " + text,
          (id, most) -> log,
          "fake <engine>");

  private ObjectNode call(String operation, ObjectNode request) {
    asked.add(operation + request);
    String answer = answers.get(operation);
    if (answer == null) {
      throw new ServiceException(ErrorType.RESOURCE_NOT_FOUND, "no " + operation);
    }
    try {
      return (ObjectNode) JSON.readTree(answer.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void answersOfTheService() {
    answers.put(
        "ListLanguages",
        "{'Languages':[{'LanguageName':'Auto','LanguageCode':'auto'},{'LanguageName':'English',"
            + "'LanguageCode':'en'},{'LanguageName':'German','LanguageCode':'de'}]}");
    answers.put(
        "ListParallelData",
        "{'ParallelDataPropertiesList':[{'Name':'book','Status':'ACTIVE','SourceLanguageCode':'en',"
            + "'TargetLanguageCodes':['de'],'ImportedRecordCount':1200,'SkippedRecordCount':3,"
            + "'FailedRecordCount':0,'CreatedAt':1795465200.5},{'Name':'new','Status':'CREATING',"
            + "'SourceLanguageCode':'en','TargetLanguageCodes':['de']}]}");
    answers.put("ListTerminologies", "{'TerminologyPropertiesList':[]}");
    answers.put(
        "ListTextTranslationJobs",
        "{'TextTranslationJobPropertiesList':[{'JobId':'a1','JobName':'<b>chapters</b>',"
            + "'JobStatus':'IN_PROGRESS','SourceLanguageCode':'en','TargetLanguageCodes':['de',"
            + "'es'],'ParallelDataNames':['book'],'JobDetails':{'TranslatedDocumentsCount':3,"
            + "'DocumentsWithErrorsCount':1,'InputDocumentsCount':8},'SubmittedTime':1795465200}],"
            + "'NextToken':'a b&c'}");
    answers.put(
        "DescribeTextTranslationJob",
        "{'TextTranslationJobProperties':{'JobId':'a1','JobStatus':'IN_PROGRESS',"
            + "'SourceLanguageCode':'en','TargetLanguageCodes':['de'],'JobDetails':"
            + "{'TranslatedDocumentsCount':3,'DocumentsWithErrorsCount':0,'InputDocumentsCount':8},"
            + "'InputDataConfig':{'S3Uri':'s3://in/a','ContentType':'text/html'}}}");
  }

  private Document get(String path, String... parameters) {
    return send("GET", path, parameters);
  }

  private Document send(String method, String path, String... parameters) {
    Map<String, String> map = new HashMap<>();
    for (int i = 0; i < parameters.length; i += 2) {
      map.put(parameters[i], parameters[i + 1]);
    }
    return Jsoup.parse(new String(pages.answer(method, path, map).body(), UTF_8));
  }

  @Test
  void theHomePageShowsWhatRuns() {
    Document home = get("/");
    assertThat(home.select("header .engine").text()).isEqualTo("fake <engine>");
    assertThat(home.select("tbody tr").eachText())
        .containsExactly(
            "<b>chapters</b> en → de, es book in progress 4 of 8, 1 failed 2026-11-23 20:20:00",
            "book en → de active 1200 3 0 2026-11-23 20:20:00",
            "new en → de creating");
    assertThat(home.select("progress").attr("value")).isEqualTo("4");
    assertThat(home.select("a[href=/jobs/a1]").text()).isEqualTo("<b>chapters</b>");
    assertThat(home.select("section p").last().text()).isEqualTo("English (en), German (de)");
  }

  @Test
  void olderJobsAreOnTheNextPage() {
    String link = get("/").select("a:containsOwn(Older)").attr("href");
    assertThat(link).isEqualTo("/?jobs=a+b%26c#jobs");
    get("/", "jobs", "a b&c");
    assertThat(asked)
        .contains("ListTextTranslationJobs{\"MaxResults\":25,\"NextToken\":\"a b&c\"}");
  }

  @Test
  void aTextIsTranslatedWithAndWithoutAdaptation() {
    Document home =
        send("POST", "/", "text", "a <x>", "source", "en", "target", "de", "parallelData", "book");
    assertThat(home.select("#result h3").eachText())
        .containsExactly("Not adapted", "Adapted to book");
    assertThat(home.select(".translation").eachText())
        .containsExactly("das Modell a <x>", "das Netz a <x>");
    assertThat(home.select("#result mark").eachText()).containsExactly("Netz");
    assertThat(home.select(".translation").first().attr("lang")).isEqualTo("de");
    assertThat(home.select("textarea").text()).isEqualTo("a <x>");
    assertThat(home.select("option[selected]").eachAttr("value"))
        .containsExactly("en", "de", "book");
  }

  @Test
  void onlyParallelDataThatCanBeUsedIsOffered() {
    assertThat(get("/").select("#parallelData option").eachAttr("value"))
        .containsExactly("", "book");
  }

  @Test
  void anErrorIsSaidOnThePage() {
    ServerPages failing =
        new ServerPages(
            this::call,
            (text, source, target, parallelData) -> {
              throw new ServiceException(ErrorType.UNSUPPORTED_LANGUAGE_PAIR, "not <that> pair");
            },
            (id, most) -> List.of(),
            "fake");
    byte[] body = failing.answer("POST", "/", Map.of("text", "a", "target", "de")).body();
    assertThat(Jsoup.parse(new String(body, UTF_8)).select("[role=alert]").text())
        .isEqualTo("not <that> pair");
  }

  @Test
  void aJobThatRunsAsksAgainAndCanBeStopped() {
    log.add(new JobLog.Entry("a/<1>.html", "de", "failed", "not UTF-8"));
    Document job = get("/jobs/a1");
    assertThat(job.select("meta[http-equiv=refresh]").attr("content")).isEqualTo("3");
    assertThat(job.select("dd").eachText()).contains("s3://in/a", "text/html");
    assertThat(job.select("tbody tr").eachText()).containsExactly("a/<1>.html de failed not UTF-8");
    answers.put("StopTextTranslationJob", "{'JobId':'a1','JobStatus':'STOP_REQUESTED'}");
    Document stopped = send("POST", job.select("form").attr("action"));
    assertThat(asked).contains("StopTextTranslationJob{\"JobId\":\"a1\"}");
    assertThat(stopped.select("meta[http-equiv=refresh]")).isEmpty();
  }

  @Test
  void aGetStopsNothing() {
    assertThat(pages.answer("GET", "/jobs/a1/stop", Map.of()).status()).isEqualTo(404);
    assertThat(asked).isEmpty();
  }

  @Test
  void whatThereIsNotIsNotFound() {
    answers.remove("DescribeTextTranslationJob");
    assertThat(pages.answer("GET", "/jobs/zzz", Map.of()).status()).isEqualTo(400);
    for (String path : List.of("/x", "/jobs/", "/jobs/../x", "/style.css/", "/jobs/a%20b")) {
      assertThat(pages.answer("GET", path, Map.of()).status()).as(path).isEqualTo(404);
    }
  }

  @Test
  void pagesWorkWithoutScriptsAndByKeyboard() {
    for (Document page : List.of(get("/"), get("/jobs/a1"))) {
      assertThat(page.select("script, [onclick], [style], [tabindex=1]")).isEmpty();
      assertThat(page.select("html").attr("lang")).isEqualTo("en");
      assertThat(page.body().child(0).attr("href")).isEqualTo("#content");
      for (Element field : page.select("textarea, select, input")) {
        assertThat(page.select("label[for=" + field.id() + "]")).as(field.id()).hasSize(1);
      }
      assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
      assertThat(page.select("thead th:not([scope])")).isEmpty();
    }
    WebPage.Answer style = pages.answer("GET", "/style.css", Map.of());
    assertThat(style.contentType()).startsWith("text/css");
    assertThat(new String(style.body(), UTF_8)).contains("prefers-color-scheme: dark");
  }

  @Test
  void anyTextIsShownAsItIs() {
    for (int seed = 0; seed < 50; seed++) {
      RandomText random = new RandomText(seed);
      String text = random.text(20) + "</textarea><script>alert(1)</script>&quot;'\"";
      Document home =
          send("POST", "/", "text", text, "target", "de", "parallelData", "\"><i>", "source", "'");
      assertThat(home.select("script, i")).as("%s", random).isEmpty();
      assertThat(home.select("textarea").first().wholeText()).as("%s", random).isEqualTo(text);
    }
  }
}
