<?xml version="1.0" encoding="UTF-8"?>
<!--
  附件1 杭州市临安区技能大师工作室申报表 (notice 临人社发〔2023〕26号), filled, as A4 pages: the cover, the tables in the
  notice's order with its rows and columns, the three boxes for opinions and signatures, then the 申办报告 as an annex.
  Reads the portal's neutral application XML; writes XHTML with CSS for the portal's press (typeface "Tianmu Song").
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.w3.org/1999/xhtml">
  <xsl:output method="xml" encoding="UTF-8"/>
  <xsl:strip-space elements="*"/>

  <xsl:key name="field" match="field" use="@id"/>
  <xsl:key name="table" match="table" use="@id"/>
  <xsl:key name="opinion" match="opinion" use="@box"/>

  <xsl:variable name="form">杭州市临安区技能大师工作室申报表</xsl:variable>

  <xsl:template match="/application">
    <html lang="zh-CN">
      <head>
        <title><xsl:value-of select="$form"/><xsl:if test="@studio != ''">：<xsl:value-of select="@studio"/></xsl:if></title>
        <meta name="subject" content="{@program}"/>
        <meta name="author" content="{@organisation}"/>
        <meta name="description" content="{$form} {@number}"/>
        <style type="text/css">
          @page {
            size: 210mm 297mm;
            margin: 22mm 20mm 22mm 20mm;
            @bottom-left { content: element(foot); width: 110mm; vertical-align: middle; }
            @bottom-right {
              content: "第 " counter(page) " 页，共 " counter(pages) " 页";
              font-family: "Tianmu Song"; font-size: 9pt; width: 60mm; text-align: right; vertical-align: middle;
            }
          }
          /* As wide as the others: the text is measured once for all pages. */
          @page cover { margin: 30mm 20mm 22mm 20mm; }
          * { box-sizing: border-box; }
          body { font-family: "Tianmu Song"; font-size: 10.5pt; line-height: 1.5; margin: 0; color: #000; }
          h1, h2, p, table { margin: 0; padding: 0; }
          .foot { position: running(foot); font-size: 9pt; text-align: left; }

          .cover { page: cover; page-break-after: always; text-align: center; }
          .cover .mark { text-align: left; font-size: 16pt; }
          .cover h1 { font-size: 27pt; line-height: 1.6; font-weight: 700; margin: 40mm 0 46mm 0; letter-spacing: 0.04em; }
          .cover h1 span { display: block; }
          .cover table { width: 148mm; margin: 0 auto; font-size: 15pt; line-height: 1.5; }
          .cover td { padding: 0 0 9mm 0; vertical-align: bottom; }
          .cover td.name { width: 43mm; text-align: left; white-space: nowrap; }
          .cover td.fill div { border-bottom: 0.6pt solid #000; min-height: 24pt; text-align: center; padding: 0 2mm; }
          .cover td.seal { width: 19mm; white-space: nowrap; text-align: right; }
          .cover .by { font-size: 16pt; margin-top: 48mm; }

          .form { -fs-table-paginate: paginate; -fs-border-rendering: no-bevel; }
          table.form, table.in { border-collapse: collapse; width: 100%; table-layout: fixed; }
          table.form { border: 0.9pt solid #000; margin-bottom: 5mm; }
          table.form td, table.form th { border: 0.5pt solid #000; padding: 1.6mm 1.4mm; vertical-align: middle;
            font-weight: 400; text-align: center; word-wrap: break-word; }
          table.form th.title { font-size: 13pt; font-weight: 700; padding: 2mm; letter-spacing: 0.1em; }
          table.form tr.line td, table.form tr.line th { height: 10.5mm; }
          table.form td.l { text-align: left; padding-left: 3mm; }
          table.form td.long { text-align: left; vertical-align: top; padding: 2mm 2.5mm; }
          table.form td.long p { text-indent: 2em; text-align: justify; line-height: 1.65; }
          .hint { color: #444; font-size: 9pt; }
          td.long p.hint { text-indent: 0 !important; }
          table.dense { font-size: 9pt; line-height: 1.4; }
          table.dense td, table.dense th { padding: 1.4mm 0.9mm !important; }
          table.dense tr { page-break-inside: avoid; }
          table.dense tr.empty td { padding: 3mm 0 !important; }
          table.form td.nature1 { text-align: left; padding-left: 4mm; }
          table.form td.nature2 { text-align: left; padding-left: 4mm; }
          .o { display: inline-block; margin-right: 5mm; white-space: nowrap; }

          .boxes { page-break-before: always; }
          .annex p { text-indent: 2em; text-align: justify; line-height: 1.65; }
          td.long h2, .box h2 { font-size: 11pt; font-weight: 700; text-indent: 0; }
          .box { border: 0.9pt solid #000; border-bottom: 0; page-break-inside: avoid; height: 80mm; position: relative;
            padding: 2.5mm 3mm; }
          .box.last { border-bottom: 0.9pt solid #000; }
          .box p { text-indent: 2em; text-align: justify; line-height: 1.65; }
          .box .sign { position: absolute; right: 12mm; bottom: 4mm; width: 62mm; text-align: center; }
          .box .sign p { text-indent: 0; text-align: center; line-height: 2; }

          .annex { page-break-before: always; }
          .annex .head { text-align: center; font-size: 18pt; font-weight: 700; margin: 2mm 0 6mm 0; }
          .annex h2 { font-size: 12pt; font-weight: 700; margin: 5mm 0 1mm 0; page-break-after: avoid; }
          .none { color: #444; }
          .note { font-size: 9pt; margin-top: 5mm; border-top: 0.5pt solid #000; padding-top: 1.5mm; }
        </style>
      </head>
      <body>
        <div class="foot">
          <xsl:choose>
            <xsl:when test="@number != ''">申报件编号 <xsl:value-of select="@number"/></xsl:when>
            <xsl:otherwise>草稿，尚未提交</xsl:otherwise>
          </xsl:choose>
        </div>
        <xsl:call-template name="cover"/>
        <xsl:call-template name="unit"/>
        <xsl:call-template name="profile"/>
        <xsl:call-template name="leader"/>
        <xsl:call-template name="experience"/>
        <xsl:call-template name="team"/>
        <xsl:call-template name="plan"/>
        <xsl:call-template name="opinions"/>
        <xsl:call-template name="report"/>
        <xsl:if test="missing">
          <p class="note">
            <xsl:text>注：本件中的“〓”代替打印字库所缺的字：</xsl:text>
            <xsl:for-each select="missing">
              <xsl:if test="position() &gt; 1">、</xsl:if>
              <xsl:value-of select="@code"/>
            </xsl:for-each>
            <xsl:text>，以网上申报件为准。</xsl:text>
          </p>
        </xsl:if>
      </body>
    </html>
  </xsl:template>

  <!-- 封面 -->
  <xsl:template name="cover">
    <div class="cover">
      <p class="mark">附件1</p>
      <h1><span>杭州市临安区技能大师工作室</span><span>申报表</span></h1>
      <table>
        <tr>
          <td class="name">申 报 单 位</td>
          <td class="fill"><div><xsl:value-of select="key('field', 'unit-name')/text"/></div></td>
          <td class="seal">(盖章)</td>
        </tr>
        <tr>
          <td class="name">申报工作室名称</td>
          <td class="fill" colspan="2"><div><xsl:value-of select="@studio"/></div></td>
        </tr>
        <tr>
          <td class="name">填 报 时 间</td>
          <td class="fill" colspan="2"><div><xsl:call-template name="day"><xsl:with-param name="iso" select="@submitted"/></xsl:call-template></div></td>
        </tr>
      </table>
      <p class="by">杭州市临安区人力资源和社会保障局制</p>
    </div>
  </xsl:template>

  <!-- 申报单位基本情况 -->
  <xsl:template name="unit">
    <table class="form">
      <colgroup>
        <col style="width: 24mm"/><col style="width: 30mm"/><col style="width: 24mm"/>
        <col style="width: 34mm"/><col style="width: 20mm"/><col/>
      </colgroup>
      <tbody>
        <tr><th class="title" colspan="6">申报单位基本情况</th></tr>
        <!-- The printed form has no row for the social credit code, so it stands with the name. -->
        <tr class="line"><th scope="row">单位全称</th><td colspan="5" class="l">
          <xsl:call-template name="answer"><xsl:with-param name="id">unit-name</xsl:with-param></xsl:call-template>
          <xsl:if test="key('field', 'unit-uscc')/text != ''">（统一社会信用代码：<xsl:value-of select="key('field', 'unit-uscc')/text"/>）</xsl:if>
        </td></tr>
        <tr class="line">
          <th scope="row" rowspan="3">单位性质</th>
          <td class="nature1"><xsl:apply-templates select="key('field', 'unit-nature')/option[@value = 'institution']"/></td>
          <td class="nature2" colspan="4"><xsl:apply-templates select="key('field', 'institution-funding')/option"/></td>
        </tr>
        <tr class="line">
          <td class="nature1"><xsl:apply-templates select="key('field', 'unit-nature')/option[@value = 'enterprise']"/></td>
          <td class="nature2" colspan="4"><xsl:apply-templates select="key('field', 'enterprise-ownership')/option"/></td>
        </tr>
        <tr class="line">
          <td class="nature1" colspan="5"><xsl:apply-templates select="key('field', 'unit-nature')/option[@value = 'self-employed']"/></td>
        </tr>
        <tr class="line">
          <th scope="row">法人代表</th><td><xsl:call-template name="answer"><xsl:with-param name="id">representative-name</xsl:with-param></xsl:call-template></td>
          <th scope="row">固定电话</th><td><xsl:call-template name="answer"><xsl:with-param name="id">representative-telephone</xsl:with-param></xsl:call-template></td>
          <th scope="row">手机</th><td><xsl:call-template name="answer"><xsl:with-param name="id">representative-mobile</xsl:with-param></xsl:call-template></td>
        </tr>
        <tr class="line">
          <th scope="row">联系人</th><td><xsl:call-template name="answer"><xsl:with-param name="id">contact-name</xsl:with-param></xsl:call-template></td>
          <th scope="row">固定电话</th><td><xsl:call-template name="answer"><xsl:with-param name="id">contact-telephone</xsl:with-param></xsl:call-template></td>
          <th scope="row">手机</th><td><xsl:call-template name="answer"><xsl:with-param name="id">contact-mobile</xsl:with-param></xsl:call-template></td>
        </tr>
        <tr class="line">
          <th scope="row">传真号码</th><td colspan="2"><xsl:call-template name="answer"><xsl:with-param name="id">fax</xsl:with-param></xsl:call-template></td>
          <th scope="row">电子邮箱</th><td colspan="2"><xsl:call-template name="answer"><xsl:with-param name="id">email</xsl:with-param></xsl:call-template></td>
        </tr>
        <tr class="line">
          <th scope="row">通讯地址</th><td colspan="3" class="l"><xsl:call-template name="answer"><xsl:with-param name="id">address</xsl:with-param></xsl:call-template></td>
          <th scope="row">邮编</th><td><xsl:call-template name="answer"><xsl:with-param name="id">postcode</xsl:with-param></xsl:call-template></td>
        </tr>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template name="profile">
    <table class="form">
      <colgroup><col style="width: 24mm"/><col/></colgroup>
      <tbody>
        <tr>
          <td style="height: 84mm"><p>单位</p><p>简介</p><p class="hint">（1000字</p><p class="hint">以内）</p></td>
          <td class="long">
            <p class="hint">（包括生产、科研以及高技能人才队伍情况）</p>
            <xsl:call-template name="paragraphs"><xsl:with-param name="id">unit-profile</xsl:with-param></xsl:call-template>
          </td>
        </tr>
      </tbody>
    </table>
  </xsl:template>

  <!-- 领衔人基本情况 -->
  <xsl:template name="leader">
    <table class="form" style="page-break-inside: avoid">
      <colgroup>
        <col style="width: 24mm"/><col style="width: 31mm"/><col style="width: 27mm"/>
        <col style="width: 41mm"/><col style="width: 20mm"/><col/>
      </colgroup>
      <tbody>
        <tr><th class="title" colspan="6">领衔人基本情况</th></tr>
        <tr class="line">
          <th scope="row">姓名</th><td><xsl:call-template name="answer"><xsl:with-param name="id">leader-name</xsl:with-param></xsl:call-template></td>
          <th scope="row">性别</th><td><xsl:call-template name="answer"><xsl:with-param name="id">leader-sex</xsl:with-param></xsl:call-template></td>
          <th scope="row">民族</th><td><xsl:call-template name="answer"><xsl:with-param name="id">leader-ethnicity</xsl:with-param></xsl:call-template></td>
        </tr>
        <tr class="line">
          <th scope="row">出生年月</th><td><xsl:call-template name="answer"><xsl:with-param name="id">leader-birth</xsl:with-param></xsl:call-template></td>
          <th scope="row">政治面貌</th><td><xsl:call-template name="answer"><xsl:with-param name="id">leader-politics</xsl:with-param></xsl:call-template></td>
          <th scope="row">学历</th><td><xsl:call-template name="answer"><xsl:with-param name="id">leader-education</xsl:with-param></xsl:call-template></td>
        </tr>
        <tr class="line">
          <th scope="row">职业(工种)</th><td><xsl:call-template name="answer"><xsl:with-param name="id">leader-trade</xsl:with-param></xsl:call-template></td>
          <th scope="row">职业资格等级</th><td><xsl:call-template name="answer"><xsl:with-param name="id">leader-qualification</xsl:with-param></xsl:call-template></td>
          <th scope="row">其他技能</th><td><xsl:call-template name="answer"><xsl:with-param name="id">leader-other-skills</xsl:with-param></xsl:call-template></td>
        </tr>
        <tr class="line">
          <th scope="row">职务(职称)</th><td><xsl:call-template name="answer"><xsl:with-param name="id">leader-post</xsl:with-param></xsl:call-template></td>
          <th scope="row">身份证号码</th><td><xsl:call-template name="answer"><xsl:with-param name="id">leader-resident-id</xsl:with-param></xsl:call-template></td>
          <th scope="row">从业时间</th><td><xsl:call-template name="answer"><xsl:with-param name="id">leader-career-start</xsl:with-param></xsl:call-template></td>
        </tr>
        <tr class="line">
          <th scope="row">固定电话</th><td><xsl:call-template name="answer"><xsl:with-param name="id">leader-telephone</xsl:with-param></xsl:call-template></td>
          <th scope="row">手　机</th><td colspan="3"><xsl:call-template name="answer"><xsl:with-param name="id">leader-mobile</xsl:with-param></xsl:call-template></td>
        </tr>
      </tbody>
    </table>
  </xsl:template>

  <!-- 工作简历、技能特长及主要业绩、区级及以上获奖情况 -->
  <xsl:template name="experience">
    <xsl:call-template name="list">
      <xsl:with-param name="id">work-history</xsl:with-param>
      <xsl:with-param name="title">工作简历</xsl:with-param>
      <xsl:with-param name="widths">26mm 26mm * 40mm</xsl:with-param>
    </xsl:call-template>
    <table class="form">
      <colgroup><col style="width: 25mm"/><col/></colgroup>
      <tbody>
        <tr>
          <td style="height: 62mm"><p>技能特长</p><p>及主要业绩</p></td>
          <td class="long"><xsl:call-template name="paragraphs"><xsl:with-param name="id">skills-achievements</xsl:with-param></xsl:call-template></td>
        </tr>
      </tbody>
    </table>
    <xsl:call-template name="list">
      <xsl:with-param name="id">awards</xsl:with-param>
      <xsl:with-param name="title">区级及以上获奖情况</xsl:with-param>
      <xsl:with-param name="widths">26mm * 26mm 44mm</xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- 工作室成员情况 -->
  <xsl:template name="team">
    <xsl:call-template name="list">
      <xsl:with-param name="id">team</xsl:with-param>
      <xsl:with-param name="title">工作室成员情况</xsl:with-param>
      <xsl:with-param name="widths">15mm 9mm 35mm 13mm 18mm 22mm 23mm *</xsl:with-param>
      <xsl:with-param name="least" select="5"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A table of the form under its title; its heads stand again on every page. Few rows are filled up with empty ones. -->
  <xsl:template name="list">
    <xsl:param name="id"/>
    <xsl:param name="title"/>
    <xsl:param name="widths"/>
    <xsl:param name="least" select="4"/>
    <xsl:variable name="table" select="key('table', $id)"/>
    <table class="form dense">
      <!-- A short table moves to the next page as a whole. -->
      <xsl:if test="count($table/row) &lt; 7"><xsl:attribute name="style">page-break-inside: avoid</xsl:attribute></xsl:if>
      <colgroup><xsl:call-template name="columns"><xsl:with-param name="widths" select="$widths"/></xsl:call-template></colgroup>
      <thead>
        <tr><th class="title" colspan="{count($table/column)}"><xsl:value-of select="$title"/></th></tr>
        <tr><xsl:for-each select="$table/column"><th scope="col"><xsl:value-of select="@label"/></th></xsl:for-each></tr>
      </thead>
      <tbody>
        <xsl:for-each select="$table/row">
          <xsl:variable name="row" select="."/>
          <tr>
            <xsl:for-each select="$table/column">
              <td><xsl:value-of select="$row/cell[@field = current()/@id]"/></td>
            </xsl:for-each>
          </tr>
        </xsl:for-each>
        <xsl:call-template name="empty-rows">
          <xsl:with-param name="columns" select="$table/column"/>
          <xsl:with-param name="count" select="$least - count($table/row)"/>
        </xsl:call-template>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template name="columns">
    <xsl:param name="widths"/>
    <xsl:variable name="first" select="substring-before(concat($widths, ' '), ' ')"/>
    <xsl:choose>
      <xsl:when test="$first = ''"/>
      <xsl:otherwise>
        <col>
          <xsl:if test="$first != '*'"><xsl:attribute name="style">width: <xsl:value-of select="$first"/></xsl:attribute></xsl:if>
        </col>
        <xsl:call-template name="columns"><xsl:with-param name="widths" select="substring-after($widths, ' ')"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="empty-rows">
    <xsl:param name="columns"/>
    <xsl:param name="count"/>
    <xsl:if test="$count &gt; 0">
      <tr class="empty"><xsl:for-each select="$columns"><td>&#160;</td></xsl:for-each></tr>
      <xsl:call-template name="empty-rows">
        <xsl:with-param name="columns" select="$columns"/>
        <xsl:with-param name="count" select="$count - 1"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- 工作室下一步工作计划 -->
  <xsl:template name="plan">
    <table class="form">
      <tbody>
        <tr>
          <td class="long" style="height: 62mm">
            <h2>工作室下一步工作计划：</h2>
            <xsl:call-template name="paragraphs"><xsl:with-param name="id">work-plan</xsl:with-param></xsl:call-template>
          </td>
        </tr>
      </tbody>
    </table>
  </xsl:template>

  <!-- 三方意见 -->
  <xsl:template name="opinions">
    <div class="boxes">
      <xsl:call-template name="box">
        <xsl:with-param name="id">unit</xsl:with-param><xsl:with-param name="title">申报单位意见：</xsl:with-param><xsl:with-param name="mark">（签章）</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="box">
        <xsl:with-param name="id">experts</xsl:with-param><xsl:with-param name="title">专家评估意见：</xsl:with-param><xsl:with-param name="mark">（签章）</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="box">
        <xsl:with-param name="id">bureau</xsl:with-param><xsl:with-param name="title">区人力社保局审核意见：</xsl:with-param><xsl:with-param name="mark">（签字）</xsl:with-param>
        <xsl:with-param name="class"> last</xsl:with-param>
      </xsl:call-template>
    </div>
  </xsl:template>

  <xsl:template name="box">
    <xsl:param name="id"/>
    <xsl:param name="title"/>
    <xsl:param name="mark"/>
    <xsl:param name="class"/>
    <xsl:variable name="opinion" select="key('opinion', $id)"/>
    <div class="box{$class}">
      <h2><xsl:value-of select="$title"/></h2>
      <xsl:for-each select="$opinion/paragraph"><p><xsl:value-of select="."/></p></xsl:for-each>
      <div class="sign">
        <p><xsl:value-of select="$opinion/@by"/><xsl:value-of select="$mark"/></p>
        <p>
          <xsl:choose>
            <xsl:when test="$opinion/@signed != ''"><xsl:call-template name="day"><xsl:with-param name="iso" select="$opinion/@signed"/></xsl:call-template></xsl:when>
            <xsl:otherwise>　　　　年　　　月　　　日</xsl:otherwise>
          </xsl:choose>
        </p>
      </div>
    </div>
  </xsl:template>

  <!-- 申办报告: the parts that the notice names (一、四(二)2) -->
  <xsl:template name="report">
    <div class="annex">
      <p class="head">申办报告</p>
      <h2>一、申报工作室名称</h2>
      <p><xsl:value-of select="@studio"/></p>
      <h2>二、技能大师和工作室成员简介</h2>
      <p>
        <xsl:text>领衔人：</xsl:text>
        <xsl:call-template name="listed">
          <xsl:with-param name="words" select="key('field', 'leader-name')/text | key('field', 'leader-sex')/text
            | key('field', 'leader-ethnicity')/text | key('field', 'leader-education')/text
            | key('field', 'leader-trade')/text | key('field', 'leader-qualification')/text
            | key('field', 'leader-post')/text"/>
        </xsl:call-template>
      </p>
      <xsl:call-template name="paragraphs"><xsl:with-param name="id">skills-achievements</xsl:with-param></xsl:call-template>
      <xsl:for-each select="key('table', 'team')/row">
        <p>
          <xsl:text>成员：</xsl:text>
          <xsl:call-template name="listed">
            <xsl:with-param name="words" select="cell[@field != 'resident-id']"/>
          </xsl:call-template>
        </p>
      </xsl:for-each>
      <xsl:call-template name="part">
        <xsl:with-param name="head">三、工作室成立的必要性和可行性</xsl:with-param><xsl:with-param name="id">report-necessity</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="part">
        <xsl:with-param name="head">四、所在单位对工作室支持措施</xsl:with-param><xsl:with-param name="id">report-support</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="part">
        <xsl:with-param name="head">五、工作室建立后工作计划</xsl:with-param><xsl:with-param name="id">work-plan</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="part">
        <xsl:with-param name="head">六、工作室建立后主要工作方向</xsl:with-param><xsl:with-param name="id">report-direction</xsl:with-param>
      </xsl:call-template>
    </div>
  </xsl:template>

  <xsl:template name="part">
    <xsl:param name="head"/>
    <xsl:param name="id"/>
    <h2><xsl:value-of select="$head"/></h2>
    <xsl:call-template name="paragraphs"><xsl:with-param name="id" select="$id"/></xsl:call-template>
    <xsl:if test="not(key('field', $id)/paragraph)"><p class="none">（未填写）</p></xsl:if>
  </xsl:template>

  <!-- What is filled in, in form order, as one sentence. -->
  <xsl:template name="listed">
    <xsl:param name="words"/>
    <xsl:for-each select="$words[. != '']">
      <xsl:if test="position() &gt; 1">，</xsl:if>
      <xsl:value-of select="."/>
    </xsl:for-each>
    <xsl:text>。</xsl:text>
  </xsl:template>

  <xsl:template match="option">
    <span class="o">
      <xsl:choose>
        <xsl:when test="@chosen = 'true'">☑ </xsl:when>
        <xsl:otherwise>☐ </xsl:otherwise>
      </xsl:choose>
      <xsl:value-of select="@label"/>
    </span>
  </xsl:template>

  <xsl:template name="answer">
    <xsl:param name="id"/>
    <xsl:value-of select="key('field', $id)/text"/>
  </xsl:template>

  <xsl:template name="paragraphs">
    <xsl:param name="id"/>
    <xsl:for-each select="key('field', $id)/paragraph"><p><xsl:value-of select="."/></p></xsl:for-each>
  </xsl:template>

  <!-- 2023-05-08 as 2023年5月8日 -->
  <xsl:template name="day">
    <xsl:param name="iso"/>
    <xsl:if test="$iso != ''">
      <xsl:value-of select="concat(substring($iso, 1, 4), '年', number(substring($iso, 6, 2)), '月', number(substring($iso, 9, 2)), '日')"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
