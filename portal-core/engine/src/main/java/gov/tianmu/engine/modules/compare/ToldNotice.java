package gov.tianmu.engine.modules.compare;

import gov.tianmu.engine.modules.compare.DefinitionChange.Part;
import gov.tianmu.spi.definition.CallDefinition;
import gov.tianmu.spi.definition.NoticeDefinition;
import gov.tianmu.spi.definition.Text;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Retells a notice part by part. Its texts are files: {@link DefinitionComparison#withFiles} looks at them. */
final class ToldNotice {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZONE);

    private ToldNotice() {}

    static List<Told> of(NoticeDefinition notice) {
        List<Told> told = new ArrayList<>();
        told.add(Told.of(Part.NOTICE, notice.id(), "", notice.title())
                .fact("number", "文号", "Number", Text.of(notice.number()))
                .fact("title", "标题", "Title", notice.title())
                .fact("issuer", "发文单位", "Issuer", notice.issuer())
                .fact("issued-on", "发文日期", "Issued on", Optional.of(notice.issuedOn()))
                .fact("text", "正文文件", "Text file", Text.of(notice.text())));
        notice.attachments().forEach(attachment -> told.add(Told.of(
                        Part.ATTACHMENT, "attachment." + attachment.ordinal(), "attachments", attachment.title())
                .fact("title", "标题", "Title", attachment.title())
                .fact("text", "正文文件", "Text file", Text.of(attachment.text()))));
        told.add(contact(notice.contacts()));
        notice.calls().forEach(call -> told.add(call(call)));
        notice.lists().forEach(list -> told.add(list(list)));
        return told;
    }

    private static Told contact(NoticeDefinition.Contact contact) {
        return Told.of(Part.CONTACT, "contact", "", new Text("联系方式", "Contact"))
                .fact("office", "科室", "Office", contact.office())
                .fact("persons", "联系人", "Persons", Text.of(String.join("、", contact.persons())))
                .fact("telephones", "电话", "Telephones", Text.of(String.join("、", contact.telephones())))
                .fact("address", "地址", "Address", contact.address());
    }

    private static Told call(CallDefinition call) {
        Told told = Told.of(Part.CALL, call.id(), "calls", call.title())
                .fact("title", "名称", "Title", call.title())
                .fact("program", "事项", "Program", Text.of(call.program()))
                .fact("opens", "受理开始", "Opens", Text.of(at(call.opens())))
                .fact("closes", "受理截止", "Closes", Text.of(at(call.closes())));
        new TreeMap<>(call.parameters()).forEach((name, value) -> told.fact(
                "parameter." + name, "参数 " + name, "Parameter " + name, Text.of(value)));
        if (call.eligible().isEmpty()) {
            return told.say("anybody", new Text("不限申报单位", "any unit may apply"));
        }
        call.eligible().forEach(unit -> told.fact("eligible." + unit, "可申报单位", "May apply", Text.of(unit)));
        return told;
    }

    private static Told list(NoticeDefinition.AwardedList list) {
        Told told = Told.of(Part.LIST, list.program() + "." + list.awardedIn(), "lists", list.title())
                .fact("title", "名称", "Title", list.title());
        list.entries().forEach(entry -> told.fact(
                "entry." + entry.ordinal() + "." + entry.name(),
                "第" + entry.ordinal() + "项",
                "Entry " + entry.ordinal(),
                Text.of(String.join(
                        "，",
                        List.of(entry.name(), entry.unit(), entry.leader(), entry.trade()).stream()
                                .filter(words -> words != null && !words.isEmpty())
                                .toList()))));
        return told;
    }

    private static String at(Instant instant) {
        return INSTANT.format(instant);
    }
}
