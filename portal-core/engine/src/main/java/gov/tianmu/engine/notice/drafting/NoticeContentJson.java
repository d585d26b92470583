package gov.tianmu.engine.notice.drafting;

import gov.tianmu.engine.notice.drafting.NoticeContent.DraftAttachment;
import gov.tianmu.engine.notice.drafting.NoticeContent.DraftCall;
import gov.tianmu.engine.notice.drafting.NoticeContent.DraftList;
import gov.tianmu.spi.definition.Text;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.function.Function;

/** A draft's content as the database keeps it. What an older portal did not write reads as empty. */
final class NoticeContentJson {

    private NoticeContentJson() {}

    static String write(NoticeContent content) {
        return Json.createObjectBuilder()
                .add("number", content.number())
                .add("title", text(content.title()))
                .add("issuer", text(content.issuer()))
                .add("issuedOn", content.issuedOn())
                .add("office", text(content.office()))
                .add("address", text(content.address()))
                .add("persons", content.persons())
                .add("telephones", content.telephones())
                .add("text", marked(content.text()))
                .add("attachments", array(content.attachments(), each -> Json.createObjectBuilder()
                        .add("key", each.key())
                        .add("title", text(each.title()))
                        .add("text", marked(each.text()))))
                .add("calls", array(content.calls(), NoticeContentJson::call))
                .add("lists", array(content.lists(), each -> Json.createObjectBuilder()
                        .add("key", each.key())
                        .add("published", each.published())
                        .add("program", each.program())
                        .add("awardedIn", each.awardedIn())
                        .add("title", text(each.title()))
                        .add("entries", each.entries())))
                .build()
                .toString();
    }

    private static JsonObjectBuilder call(DraftCall call) {
        return Json.createObjectBuilder()
                .add("key", call.key())
                .add("id", call.id())
                .add("suffix", call.suffix())
                .add("program", call.program())
                .add("title", text(call.title()))
                .add("opens", call.opens())
                .add("closes", call.closes())
                .add("grant", call.grant())
                .add("quota", call.quota())
                .add("passMark", call.passMark())
                .add("others", call.others())
                .add("eligible", call.eligible());
    }

    static NoticeContent read(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            JsonObject content = reader.readObject();
            return new NoticeContent(
                    content.getString("number", ""),
                    text(content, "title"),
                    text(content, "issuer"),
                    content.getString("issuedOn", ""),
                    text(content, "office"),
                    text(content, "address"),
                    content.getString("persons", ""),
                    content.getString("telephones", ""),
                    marked(content, "text"),
                    list(content, "attachments", each -> new DraftAttachment(
                            each.getString("key"), text(each, "title"), marked(each, "text"))),
                    list(content, "calls", each -> new DraftCall(
                            each.getString("key"),
                            each.getString("id", ""),
                            each.getString("suffix", ""),
                            each.getString("program", ""),
                            text(each, "title"),
                            each.getString("opens", ""),
                            each.getString("closes", ""),
                            each.getString("grant", ""),
                            each.getString("quota", ""),
                            each.getString("passMark", ""),
                            each.getString("others", ""),
                            each.getString("eligible", ""))),
                    list(content, "lists", each -> new DraftList(
                            each.getString("key"),
                            each.getBoolean("published", false),
                            each.getString("program", ""),
                            each.getString("awardedIn", ""),
                            text(each, "title"),
                            each.getString("entries", ""))));
        }
    }

    private static JsonObjectBuilder text(Text text) {
        return Json.createObjectBuilder().add("zh", text.zh()).add("en", text.en());
    }

    private static Text text(JsonObject owner, String name) {
        JsonObject text = owner.getJsonObject(name);
        return text == null ? Text.EMPTY : new Text(text.getString("zh", ""), text.getString("en", ""));
    }

    private static JsonObjectBuilder marked(MarkedText text) {
        return Json.createObjectBuilder()
                .add("lines", text.lines())
                .add("kept", Json.createArrayBuilder(text.kept()));
    }

    private static MarkedText marked(JsonObject owner, String name) {
        JsonObject text = owner.getJsonObject(name);
        if (text == null) {
            return MarkedText.EMPTY;
        }
        JsonArray kept = text.getJsonArray("kept");
        return new MarkedText(
                text.getString("lines", ""),
                kept == null ? List.of() : kept.getValuesAs(JsonString::getString));
    }

    private static <T> JsonArrayBuilder array(List<T> items, Function<T, JsonObjectBuilder> each) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        items.forEach(item -> array.add(each.apply(item)));
        return array;
    }

    private static <T> List<T> list(JsonObject owner, String name, Function<JsonObject, T> each) {
        JsonArray array = owner.getJsonArray(name);
        return array == null ? List.of() : array.stream().map(JsonValue::asJsonObject).map(each).toList();
    }
}
