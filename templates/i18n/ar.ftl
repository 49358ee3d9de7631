# كلمات الواجهة بالعربية.

skip_to_content = انتقل إلى المحتوى
main_navigation = التنقل الرئيس
menu = القائمة
theme = المظهر
theme_system = بحسب الجهاز
theme_light = فاتح
theme_dark = داكن
language_switch = اللغة
words_licence = رخصة النصوص:
repository = الشيفرة المصدرية
feed = موجز التحديثات

on_this_page = في هذه الصفحة
notes_title = المصادر والحواشي
note_back = عودة إلى النص
note_back_to = عودة إلى النص { $number }
accessed = اطُّلع عليه في
published = نُشر في
updated = حُدّث في
edit_page = حرّر هذه الصفحة
previous = السابق
next = التالي
neighbours = السابق والتالي
pages = الصفحات
all_pages = كل الصفحات
breadcrumbs = موضع هذه الصفحة
related_title = محاور متصلة
backlinks_title = صفحات تحيل إلى هذه الصفحة
terms_used_title = مصطلحات وردت هنا
children_title = في هذا القسم
draft = هذه الصفحة مسوّدة لا يراها إلا محرّرو الموقع.
stand_in = لم تُكتب هذه الصفحة بالعربية بعد، وهذا نصها بلغة أخرى ({ $language }).
section_missing = لم يُكتب هذا القسم بالعربية بعد.
section_behind = لهذا القسم نص أحدث باللغة الأخرى ({ $language }).
head_behind = لمطلع هذه الصفحة نص أحدث باللغة الأخرى ({ $language }).
read_parallel =
    { $languages ->
        [2] اقرأ النصين متقابلين
       *[other] اقرأ النصوص متقابلة
    }

dimension = المحور
dimensions_title = المحاور واحدًا واحدًا
dimensions_count =
    { $form ->
        [zero] لا محاور
        [one] محور واحد
        [two] محوران
        [few] { $number } محاور
        [many] { $number } محورًا
       *[other] { $number } محور
    }
stances_title = موقف كل طرف
kind_similarity = دعوى تشابه
kind_difference = دعوى اختلاف
kind_synthesis = خلاصة
finding_alike = النتيجة: تشابه
finding_different = النتيجة: اختلاف
finding_depends = النتيجة: بحسب الحالة
finding_unknown = النتيجة: غير معلوم
axis = الميزان
scale_title = الميزان
scale_note = كل سطر محور بين قطبيه، والعلامات وضعها المحررون تقديرًا لا قياسًا. ويدلّ الشريط على أنّ الحالات متباعدة أو أنّ الشواهد لا تحسم موضعًا واحدًا، وعلامته وسطه لا غير. وتقاربُ علامتين لا يدلّ وحده على فرق ولا على تشابه؛ فما انتهينا إليه مكتوب إلى جانبهما، ولا يُستنتج من الرسم.
matrix_title = جدول الموازنة
matrix_summary = المحاور كلها، وموقف كل طرف في كل محور منها.
balance_title = حصيلة الموازنة
balance_summary =
    { $subjects ->
        [2] لو سُئلت: إلى أيّ حدّ يتشابه الاثنان؟ فأيّ المحاور كان في ذهنك حين أجبت؟ أعطِ كل محور وزنه عندك، وانظر ما الذي يحرّك الحصيلة. وليست الحصيلة مقياسًا للتشابه، وإنما تُريك ما يقوم عليه انطباعك.
       *[other] لو سُئلت: إلى أيّ حدّ تتشابه هذه كلها؟ فأيّ المحاور كان في ذهنك حين أجبت؟ أعطِ كل محور وزنه عندك، وانظر ما الذي يحرّك الحصيلة. وليست الحصيلة مقياسًا للتشابه، وإنما تُريك ما يقوم عليه انطباعك.
    }
balance_reading =
    { $subjects ->
        [2] يمتدّ المدى، بهذه الأوزان، من أقرب ما تجيزه الأشرطة إلى أبعده: فالصفر أن تتطابق العلامتان على كل ميزان، والمئة أن تقع كل منهما عند قطب منه. ويطول الشريط حيث لا تحسم الشواهد الموضع، أو حيث تتباعد الحالات التي يجمعها؛ وفي كل محور بيان ذلك. أما العلامة التي في المدى فموضعها من أوساط الأشرطة، وقد لا تقع هناك حالة.
       *[other] يمتدّ المدى، بهذه الأوزان، من أقرب ما تجيزه الأشرطة إلى أبعده: فالصفر أن تتطابق علامتا الاثنين على كل ميزان، والمئة أن تقع كل منهما عند قطب منه. ويطول الشريط حيث لا تحسم الشواهد الموضع، أو حيث تتباعد الحالات التي يجمعها؛ وفي كل محور بيان ذلك. أما العلامة التي في المدى فموضعها من أوساط الأشرطة، وقد لا تقع هناك حالة.
    }
balance_open = زِن المحاور بنفسك
balance_alike = علامات متقاربة
balance_different = علامات متباعدة
balance_range = متوسط المسافة { $middle } من { $all } (والأشرطة تتسع لما بين { $low } و{ $high })
balance_nothing = لم يُعطَ أيّ محور وزنًا
balance_extremes = مهما كانت أهمية كل محور عندك، من { $least } إلى { $most }، وأينما وقعت المواضع في أشرطتها، يبقى متوسط المسافات بين { $low } و{ $high } من { $all }.
balance_extremes_known = ولا يدخل في هذا ما لم يُحسم من المحاور.
balance_spread = فالأوزان وحدها، من { $least } إلى { $most }، تحرّك العلامة بين { $lightest } و{ $heaviest }، أما الأشرطة فتتركها، والأوزان متساوية، في أيّ موضع بين { $low } و{ $high }.
balance_bars_more = اتساع الأشرطة أشدّ أثرًا هنا من الأوزان.
balance_weights_more = الأوزان أشدّ أثرًا هنا من اتساع الأشرطة.
balance_unknown = وهناك ما لم تحسمه الشواهد: { $titles }. ولو دخل في الحساب لبدا الجهل بالفرق تشابهًا، فلا وزن له إلى أن تعطيه أنت وزنًا.
balance_strongest = العلامة عند { $now }. وأكثر ما يحرّكها { $moves }.
balance_move = «{ $title }» ({ $without } من دون هذا المحور، و{ $most } بأقصى وزنه)
balance_weights = أوزانك
balance_weights_note = الصفر يُخرج المحور من الحساب، والخمسة أقصى وزن. ويُحفظ ما تختاره في رابط الصفحة، فيمكنك أن تشاركه.
balance_noscript = يحتاج الوزن إلى جافاسكربت، وهي معطّلة في متصفحك. وفيما يلي أوزان اختيرت من قبل.
balance_distance = المسافة { $distance }
balance_distance_range = { $middle } (والأشرطة تتسع لما بين { $low } و{ $high })
balance_weightings = أوزان وضعها المحررون
balance_equal = أوزان متساوية
balance_equal_reason = للمحاور المحسومة كلها وزن واحد. أما المحور الذي يبني على غيره فيُترك، لئلا يُحسب الشيء مرتين.
balance_use = ابدأ بهذه الأوزان
balance_weights_given = الأوزان
balance_shared = محاور تستند إلى المصادر نفسها
balance_shared_note = إذا قام محوران على مصادر واحدة وكان لكليهما وزن عُدّت تلك الأدلة مرتين، فقد ترى أن تخفّف وزن أحدهما. ولا يُذكر هنا محور يبني على غيره. وفيما يلي كل محورين يشتركان في ثلاثة مصادر على الأقل، ولا تقلّ عن خُمس مصادر المحور الأقلّ مصادر:
balance_method = ما تقوله الحصيلة
balance_method_text = تجمع الحصيلة تقديرات محرري الموقع، ولكلٍّ منها من الثقل ما له عندك. حرّك الأوزان حتى تقف العلامة حيث تراه صوابًا، يتبيّن لك أيّ المحاور رفعتَ وأيّها خفضتَ لتصل إليه.
balance_limits = المواضع تقدير، وجمعها في رقم لا يزيدها يقينًا. والدرجة على ميزان ليست كالدرجة على غيره، فإذا زادت حصيلة مجموعة من الأوزان على غيرها دلّ ذلك على ما تعتدّ به من المحاور لا غير. ولا يدخل في الحصيلة إلا مقدار ما بين العلامات، لا مواضعها.

evidence_title = ما تستند إليه الأحكام
evidence_summary = مدى ثقتنا بكل حكم وسببه، وكيف تغيّر، وأيّ النتائج التي قد تغيّره صار أقرب.
evidence_high = أدلة قوية
evidence_moderate = أدلة متوسطة
evidence_low = أدلة ضعيفة
evidence_to = الأدلة حتى { $date }
evidence_sources = أهم ما يستند إليه:
under_review = قيد المراجعة: كان ينبغي أن تُراجع قبل { $date } أرقام يستند إليها هذا الحكم.
history_title = كيف تغيّر الحكم
history_moved = { $name }: من { $from } إلى { $to }
history_feed = موجز هذه التغييرات
tests_title = ما قد يغيّر رأينا
tests_moved = ما تحرّك من النتائج: { $moved } من { $all }
test_claim = النتيجة
test_threshold = متى تُحتسب
test_value = الآن
test_movement = هل تحرّكت
test_unmeasured = لا رقم لها بعد
movement_none = لم تتحرّك
movement_closer = أقرب
movement_farther = أبعد
movement_met = وقعت

term = مصطلح
terms_count =
    { $form ->
        [zero] لا مصطلحات
        [one] مصطلح واحد
        [two] مصطلحان
        [few] { $number } مصطلحات
        [many] { $number } مصطلحًا
       *[other] { $number } مصطلح
    }
aliases_title = ويقال أيضًا
used_in_title = مواضع وروده

sources_title = المصادر
sources_summary = كل مصدر استشهدت به المقالات، ومواضع الاستشهاد به.
sources_count =
    { $form ->
        [zero] لا مصادر
        [one] مصدر واحد
        [two] مصدران
        [few] { $number } مصادر
        [many] { $number } مصدرًا
       *[other] { $number } مصدر
    }
source_analysis = تحليل
source_data = بيانات
source_news = خبر
source_official = مصدر رسمي
source_paper = ورقة بحثية
grade_primary = أصل
grade_account = رواية
grade_copy = نسخة
source_evidence_to = أدلته إلى
source_review_by = تُراجع أرقامه قبل
source_archived = نسخة محفوظة
cited_in = ورد في:
list_separator = ،

search_button = ابحث
search_title = البحث
search_summary = ابحث في الصفحات وأقسامها، كيفما كتبت الكلمة. وفي أسفل الصفحة فهرس بكل ما في الموقع.
search_placeholder = كلمة أو سؤال
search_close = أغلق البحث
search_results = النتائج
search_count =
    { $form ->
        [zero] لا نتائج
        [one] صفحة واحدة
        [two] صفحتان
        [few] { $number } صفحات
        [many] { $number } صفحة
       *[other] { $number } صفحة
    }
search_none = لم نجد شيئًا بهذه الكلمات. جرّب كلمة واحدة، أو ابدأ من هنا:
search_meant = هل تقصد:
search_recent = سبق أن بحثتَ عن
search_forget = امحُ هذا السجل
search_terms = ابدأ بهذه المصطلحات
search_other = نتائج وُجدت بكلمات لغة أخرى:
search_guessed = لا صفحة فيها هذه الكلمات كما كُتبت. أقرب ما وجدنا:
search_browse = كل الصفحات وأقسامها
search_dimension = محور
search_term = مصطلح
search_pages = صفحات أخرى
search_failed = تعذّر تحميل البحث. تحقق من الاتصال، أو تصفّح الفهرس:
search_noscript = يحتاج البحث إلى جافاسكريبت، وهو موقوف في متصفحك. وفي الفهرس التالي كل صفحات الموقع وأقسامها.

gate_enter = اقرأ بالعربية
not_found_title = الصفحة غير موجودة
not_found_text = لا توجد صفحة بهذا العنوان، وربما نُقلت إلى موضع آخر.
not_found_home = إلى الصفحة الرئيسة

alert_note = ملاحظة
alert_tip = فائدة
alert_important = مهم
alert_warning = تنبيه
alert_caution = تحذير
alert_summary = خلاصة
alert_example = مثال
alert_question = سؤال
alert_quote = اقتباس
alert_failure = إخفاق
alert_bug = عطل برمجي
details = تفاصيل
task_done = أُنجِز
task_open = لم يُنجَز بعد

reading_time =
    { $form ->
        [zero] تُقرأ في أقل من دقيقة
        [one] تُقرأ في دقيقة
        [two] تُقرأ في دقيقتين
        [few] تُقرأ في { $number } دقائق
        [many] تُقرأ في { $number } دقيقة
       *[other] تُقرأ في { $number } دقيقة
    }
copy = انسخ
section_link = رابط هذا القسم
section_parallel =
    { $languages ->
        [2] هذا القسم باللغتين
       *[other] هذا القسم بكل اللغات
    }
parallel_show = العرض
parallel_all =
    { $languages ->
        [2] اللغتان معًا
       *[other] كل اللغات
    }
markdown = النص بصيغة ماركداون
llms_full = كل الصفحات في ملف واحد
llms_more = ليس في هذا الملف: { $pages }. وقائمة الصفحات كلها هنا:
book = كتاب إلكتروني (EPUB)
book_parallel = كتاب إلكتروني بكل اللغات متوازية (EPUB)
book_contents = المحتويات
book_cover = الغلاف
book_about = عن هذا الكتاب
book_made = جُمع هذا الكتاب من صفحات الموقع:
cite_page = الاستشهاد بهذه الصفحة
letters = الحروف

filter_all = الكل
filter_kind = النوع
filter_finding = النتيجة
filter_evidence = الأدلة
filter_grade = المرتبة
filter_language = اللغة
sort = الترتيب
sort_order = الترتيب الأصلي
sort_gap = الأشد تباعدًا أولًا
sort_by = بحسب { $name }
part_of = { $shown } من { $all }
csv = الجدول بصيغة CSV

chart_bar = مخطط شريطي
chart_line = رسم بياني خطي
chart_dot = رسم بياني نقطي
chart_share = مخطط الحصص
chart_log = مقياس لوغاريتمي
chart_description = { $kind }. الأدنى: { $low }، { $least }. الأعلى: { $high }، { $most }.
chart_sources =
    { $form ->
        [zero] المصادر:
        [one] المصدر:
        [two] المصدران:
        [few] المصادر:
        [many] المصادر:
       *[other] المصادر:
    }
chart_data = البيانات في جدول
chart_csv = البيانات بصيغة CSV
chart_page = صفحة الرسم
chart_from = من:
chart_use = استعمال هذا الرسم
chart_download = للتنزيل:
chart_embed = تضمينه في موقع آخر
chart_embed_picture = تضمينه صورةً
chart_cite = الاستشهاد بهذا الرسم
charts_title = الرسوم البيانية
charts_summary = كل رسوم هذا الموقع، لكلٍّ منها عنوان يُربط به ويُضمَّن ويُنزَّل ويُستشهد به.

status_title = حال الترجمة
status_summary = ما اكتمل من الصفحات في كل لغة، وما ينقصها، وما سبقته لغة أخرى.
status_share = المكتمل: { $number } من { $all }
status_complete = مكتملة
status_incomplete = تنقصها أقسام
status_behind = متأخرة
status_copy = لم تُترجم
status_missing = غير موجودة
status_nothing = كل الصفحات مكتملة بكل اللغات.
status_draft = مسوّدة
status_words =
    { $form ->
        [zero] بلا كلمات
        [one] كلمة واحدة
        [two] كلمتان
        [few] { $number } كلمات
        [many] { $number } كلمة
       *[other] { $number } كلمة
    }
status_lacks = ينقص:
status_changes = ما الذي تغيّر
status_head = مطلع الصفحة
