package gov.tianmu.web.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;

/** How a notice's text is written, for the legend beside it: the marks as they are typed, and the keys of what they do. */
@Named("markLegend")
@ApplicationScoped
public class MarkLegend {

    private static final List<Line> LINES = List.of(
            new Line("# 1、一个部分", "h2"),
            new Line("## 一、一个章节", "h3"),
            new Line("@ 各有关单位：", "to"),
            new Line("^ 联系人：朱震", "c"),
            new Line("> 营业执照复印件；", "sub"),
            new Line("- 一点", "list"),
            new Line("**（一）有大师。**", "bold"),
            new Line("[网站](https://…)", "link"),
            new Line("⏎", "break"),
            new Line("|% 10 45 45", "widths"),
            new Line("|= 序号 | 名称 | 单位 |", "head"),
            new Line("| 1 | 某工作室 | 某公司 |", "row"),
            new Line("|! 单位 |{2行}{3列}{居中} 值 |", "cell"),
            new Line("|-", "group"),
            new Line("\\#", "plain"));

    /** A mark as it is typed; what it does stands under {@code desk.notice.marks.<key>}. */
    public record Line(String sample, String key) {}

    public List<Line> getLines() {
        return LINES;
    }
}
