# انٹرفیس کے الفاظ اردو میں۔

skip_to_content = مواد پر جائیں
main_navigation = مرکزی فہرست
menu = فہرست
theme = رنگ
theme_system = آلے کے مطابق
theme_light = روشن
theme_dark = گہرا
language_switch = زبان
words_licence = متن کا اجازت نامہ:
repository = ماخذی کوڈ
feed = فیڈ

on_this_page = اس صفحے پر
notes_title = مآخذ اور حواشی
note_back = متن پر واپس
note_back_to = متن میں حوالہ { $number } پر واپس
accessed = دیکھا گیا:
published = اشاعت:
updated = تازہ کاری:
edit_page = اس صفحے میں ترمیم کریں
previous = پچھلا
next = اگلا
neighbours = پچھلا اور اگلا صفحہ
pages = صفحات
all_pages = تمام صفحات
breadcrumbs = آپ یہاں ہیں
related_title = متعلقہ
backlinks_title = وہ صفحات جو یہاں کا حوالہ دیتے ہیں
terms_used_title = یہاں استعمال ہونے والی اصطلاحات
children_title = اس حصے میں
draft = یہ صفحہ مسودہ ہے۔ اسے صرف سائٹ کے مدیر دیکھتے ہیں۔
stand_in = یہ صفحہ ابھی اردو میں نہیں لکھا گیا۔ آپ اسے دوسری زبان ({ $language }) میں پڑھ رہے ہیں۔
section_missing = یہ حصہ ابھی اردو میں نہیں لکھا گیا۔
section_behind = دوسری زبان ({ $language }) میں اس حصے کا متن زیادہ تازہ ہے۔
head_behind = دوسری زبان ({ $language }) میں اس صفحے کا آغاز زیادہ تازہ ہے۔
read_parallel = زبانیں ساتھ ساتھ پڑھیں

dimension = پہلو
dimensions_title = نکتہ بہ نکتہ
dimensions_count =
    { $form ->
        [one] { $number } پہلو
       *[other] { $number } پہلو
    }
stances_title = کون کہاں کھڑا ہے
kind_similarity = دعویٰ: مشابہت
kind_difference = دعویٰ: فرق
kind_synthesis = حاصلِ بحث
finding_alike = نتیجہ: مشابہت
finding_different = نتیجہ: فرق
finding_depends = نتیجہ: صورتِ حال پر منحصر
finding_unknown = نتیجہ: معلوم نہیں
axis = پیمانہ
scale_title = پیمانہ
scale_note = ہر سطر اپنے دو سروں کے درمیان ایک پہلو ہے، اور نشان ادارے نے رکھے ہیں: یہ رائے ہے، پیمائش نہیں۔ پٹی کا مطلب ہے کہ مثالیں ایک دوسرے سے دور ہیں یا شواہد جگہ طے نہیں کرتے؛ اس پر نشان صرف اس کا وسط ہے۔ نشانوں کا قریب ہونا اپنے آپ نہ فرق دکھاتا ہے نہ یکسانیت؛ جو پایا گیا وہ پہلو کا صفحہ بتاتا ہے۔
matrix_title = تقابلی جدول
matrix_summary = تمام پہلو، اور ہر پہلو میں کون کہاں کھڑا ہے۔
balance_title = ترازو
balance_summary =
    { $subjects ->
        [2] دونوں ایک دوسرے سے کتنے ملتے جلتے ہیں؟ ہر پہلو کو وہ وزن دیجیے جس کا وہ آپ کے خیال میں حق دار ہے۔
       *[other] یہ سب ایک دوسرے سے کتنے ملتے جلتے ہیں؟ ہر پہلو کو وہ وزن دیجیے جس کا وہ آپ کے خیال میں حق دار ہے۔
    }
balance_reading =
    { $subjects ->
        [2] حد، ان اوزان پر، اس قریب ترین سے اس دور ترین تک ہے جس کی پٹیاں اجازت دیتی ہیں: صفر، اگر دونوں نشان ہر پیمانے پر ایک ہی جگہ ہوتے، اور سو، اگر اس کے دو مخالف سروں پر ہوتے۔ حد کے اندر کا نشان ہر پٹی کا وسط لیتا ہے۔
       *[other] حد، ان اوزان پر، اس قریب ترین سے اس دور ترین تک ہے جس کی پٹیاں اجازت دیتی ہیں: صفر، اگر دونوں کے نشان ہر پیمانے پر ایک ہی جگہ ہوتے، اور سو، اگر اس کے دو مخالف سروں پر ہوتے۔ حد کے اندر کا نشان ہر پٹی کا وسط لیتا ہے۔
    }
balance_open = پہلوؤں کو خود تولیے
balance_alike = قریب
balance_different = دور
balance_range = اوسط فاصلہ { $all } میں سے { $middle } (پٹیاں { $low } سے { $high } تک کی اجازت دیتی ہیں)
balance_nothing = کسی پہلو کو وزن نہیں دیا گیا
balance_extremes = ہر پہلو کو { $least } سے { $most } تک جو بھی وزن دیں، اور جگہیں اپنی پٹی میں جہاں بھی ہوں، اوسط فاصلہ { $all } میں سے { $low } اور { $high } کے درمیان رہتا ہے۔
balance_extremes_known = جن پہلوؤں کا فیصلہ نہیں ہوا، وہ اس میں شمار نہیں۔
balance_spread = صرف اوزان، { $least } سے { $most } تک، نشان کو { $lightest } اور { $heaviest } کے درمیان ہلاتے ہیں۔ پٹیاں، برابر اوزان پر، اسے { $low } اور { $high } کے درمیان کہیں بھی چھوڑتی ہیں۔
balance_bars_more = یہاں جو کچھ پٹیاں کھلا چھوڑتی ہیں اس کا اثر اوزان سے زیادہ ہے۔
balance_weights_more = یہاں اوزان کا اثر اس سے زیادہ ہے جو پٹیاں کھلا چھوڑتی ہیں۔
balance_unknown = جو کچھ ملا اس سے { $titles } کا فیصلہ نہیں ہوتا۔ شمار ہو تو لاعلمی مشابہت نظر آئے گی، اس لیے جب تک آپ وزن نہ دیں، اس کا کوئی وزن نہیں۔
balance_strongest = نشان { $now } پر ہے۔ اسے سب سے زیادہ یہ ہلاتا ہے: { $moves }۔
balance_move = «{ $title }» (اس کے بغیر { $without }، پورے وزن کے ساتھ { $most })
balance_weights = آپ کے اوزان
balance_weights_note = صفر کسی پہلو کو حساب سے نکال دیتا ہے، پانچ اسے سب سے زیادہ وزن دیتا ہے۔ اس صفحے کا پتا آپ کا انتخاب محفوظ رکھتا ہے، اور آپ اسے بانٹ سکتے ہیں۔
balance_noscript = تولنے کے لیے جاوا اسکرپٹ درکار ہے، جو آپ کے براؤزر میں بند ہے۔ دوسرے کیا چنیں گے، نیچے درج ہے۔
balance_distance = فاصلہ { $distance }
balance_distance_range = { $middle }، { $low } اور { $high } کے درمیان
balance_weightings = دوسرے کیسے تولتے ہیں
balance_equal = سب برابر
balance_equal_reason = جن پہلوؤں کا فیصلہ ہوا، ان سب کا وزن ایک ہے۔ جو پہلو دوسروں کو سمیٹتے ہیں انہیں چھوڑ دیا گیا ہے، تاکہ ایک ہی بات دو بار نہ گنی جائے۔
balance_use = انہی اوزان سے شروع کیجیے
balance_weights_given = اوزان
balance_shared = وہ پہلو جو ایک ہی مآخذ پر قائم ہیں
balance_shared_note = دو پہلوؤں میں جو مشترک ہے، دونوں کو وزن ملے تو وہ دو بار گنا جاتا ہے۔ ذیل میں وہ جوڑے ہیں جن کے کم از کم تین مآخذ مشترک ہیں، جو اُس پہلو کے مآخذ کا پانچواں حصہ ہیں جس کے مآخذ کم ہیں:
balance_method = ترازو کیا کہتا ہے
balance_method_text = ہر پہلو میں یہ دیکھا جاتا ہے کہ موضوعات اس کے پیمانے پر ایک دوسرے سے کتنے دور ہیں، نہ کہ وہ کہاں ہیں: مختلف پیمانوں پر جگہوں کے معنی مختلف ہیں۔ ترازو ان فاصلوں کا اوسط ہے، آپ کے اوزان کے مطابق۔ جہاں جگہ ایک حد ہو، فاصلہ بھی حد ہوتا ہے۔
balance_limits = جگہیں رائے ہیں؛ ترازو ان سے حساب کرتا ہے، انہیں زیادہ یقینی نہیں بناتا۔ کوئی اور پڑھنے والا ہر نشان شاید ذرا ادھر ادھر رکھتا؛ یہ بات حد میں شامل نہیں، اور ہوتی تو حد پھیل جاتی۔

evidence_title = فیصلے کس پر قائم ہیں
evidence_summary = ہر فیصلہ کتنا پختہ ہے اور کیوں، وہ کیسے بدلا، اور اسے بدلنے والے نتائج میں سے کون سے قریب آئے ہیں۔
evidence_high = مضبوط شواہد
evidence_moderate = درمیانے شواہد
evidence_low = کمزور شواہد
evidence_to = شواہد { $date } تک
evidence_sources = زیادہ تر ان پر قائم ہے:
under_review = زیرِ نظرِ ثانی: جن اعداد پر یہ فیصلہ قائم ہے انہیں { $date } تک دوبارہ جانچنا تھا۔
history_title = فیصلہ کیسے بدلا
history_moved = { $name }: { $from } سے { $to }
history_feed = ان تبدیلیوں کی فیڈ
tests_title = کیا چیز ہماری رائے بدلے گی
tests_moved = جو نتائج سرکے: { $all } میں سے { $moved }
test_claim = نتیجہ
test_threshold = کب شمار ہو گا
test_value = اب
test_movement = حرکت
test_unmeasured = ابھی کوئی عدد نہیں
movement_none = نہیں سرکا
movement_closer = قریب تر
movement_farther = دور تر
movement_met = ہو چکا

term = اصطلاح
terms_count =
    { $form ->
        [one] { $number } اصطلاح
       *[other] { $number } اصطلاحات
    }
aliases_title = دوسرے نام
used_in_title = یہاں استعمال ہوئی

sources_title = مآخذ
sources_summary = مضامین میں جن مآخذ کا حوالہ دیا گیا ہے، اور کہاں۔
sources_count =
    { $form ->
        [one] { $number } ماخذ
       *[other] { $number } مآخذ
    }
source_analysis = تجزیہ
source_data = اعداد و شمار
source_news = خبر
source_official = باضابطہ ماخذ
source_paper = تحقیقی مقالہ
grade_primary = اصل
grade_account = روایت
grade_copy = نقل
source_evidence_to = شواہد کی آخری تاریخ:
source_review_by = دوبارہ جانچ کی تاریخ:
source_archived = محفوظ شدہ نقل
cited_in = حوالہ دیا گیا:
list_separator = ،

search_button = تلاش
search_title = تلاش
search_summary = صفحات اور ان کے حصوں میں تلاش کریں۔ نیچے سائٹ کی ہر چیز کا اشاریہ ہے۔
search_placeholder = کوئی لفظ یا سوال
search_close = تلاش بند کریں
search_results = نتائج
search_count =
    { $form ->
        [one] { $number } صفحہ
       *[other] { $number } صفحات
    }
search_none = ان الفاظ سے کچھ نہیں ملا۔ صرف ایک لفظ آزمائیں، یا یہاں سے شروع کریں:
search_meant = کیا آپ کا مطلب یہ تھا:
search_recent = آپ کی حالیہ تلاش
search_forget = یہ فہرست مٹا دیں
search_terms = شروع کرنے کے لیے اصطلاحات
search_other = دوسری زبان کے الفاظ سے ملا:
search_guessed = کسی صفحے میں یہ الفاظ اسی شکل میں نہیں۔ قریب ترین:
search_browse = تمام صفحات اور ان کے حصے
search_dimension = پہلو
search_term = اصطلاح
search_pages = دیگر صفحات
search_failed = تلاش لوڈ نہیں ہو سکی۔ اپنا کنکشن دیکھیں، یا اشاریہ ملاحظہ کریں:
search_noscript = تلاش کے لیے جاوا اسکرپٹ درکار ہے، جو آپ کے براؤزر میں بند ہے۔ نیچے کے اشاریے میں سائٹ کے تمام صفحات اور حصے ہیں۔

gate_enter = اردو میں پڑھیں
not_found_title = صفحہ نہیں ملا
not_found_text = اس پتے پر کچھ نہیں ہے۔ شاید صفحہ کہیں اور منتقل ہو گیا ہے۔
not_found_home = صفحۂ اول پر جائیں

alert_note = نوٹ
alert_tip = مشورہ
alert_important = اہم
alert_warning = تنبیہ
alert_caution = احتیاط
alert_summary = خلاصہ
alert_example = مثال
alert_question = سوال
alert_quote = اقتباس
alert_failure = ناکامی
alert_bug = پروگرام کی خرابی
details = تفصیلات
task_done = مکمل
task_open = باقی

reading_time =
    { $form ->
        [one] { $number } منٹ کا مطالعہ
       *[other] { $number } منٹ کا مطالعہ
    }
copy = نقل کریں
section_link = اس حصے کا ربط
section_parallel =
    { $languages ->
        [2] یہ حصہ دونوں زبانوں میں
       *[other] یہ حصہ تمام زبانوں میں
    }
parallel_show = دکھائیں
parallel_all =
    { $languages ->
        [2] دونوں زبانیں
       *[other] تمام زبانیں
    }
markdown = مارک ڈاؤن متن
llms_full = سب کچھ ایک فائل میں
llms_more = اس فائل میں نہیں: { $pages }۔ تمام صفحات کی فہرست یہاں ہے:
book = ای بک (EPUB)
book_parallel = تمام زبانوں میں متوازی ای بک (EPUB)
book_contents = فہرست
book_cover = سرورق
book_about = اس کتاب کے بارے میں
book_made = اس سائٹ کے صفحات سے تیار کی گئی:
cite_page = اس صفحے کا حوالہ دیں
letters = حروف

filter_all = سب
filter_kind = قسم
filter_finding = نتیجہ
filter_evidence = شواہد
filter_grade = درجہ
filter_language = زبان
sort = ترتیب
sort_order = سائٹ کی ترتیب
sort_gap = سب سے زیادہ فاصلے والے پہلے
sort_by = { $name } کے لحاظ سے
part_of = { $all } میں سے { $shown }
csv = جدول CSV میں

chart_bar = ستونی خاکہ
chart_line = خطی خاکہ
chart_dot = نقطہ دار خاکہ
chart_share = کُل کے حصے
chart_log = لوگارتھمی پیمانہ
chart_description = { $kind }۔ سب سے کم: { $low }، { $least }۔ سب سے زیادہ: { $high }، { $most }۔
chart_sources =
    { $form ->
        [one] ماخذ:
       *[other] مآخذ:
    }
chart_data = اعداد و شمار جدول میں
chart_csv = اعداد و شمار CSV میں
chart_page = چارٹ کا صفحہ
chart_from = ماخذ صفحہ:
chart_use = اس چارٹ کا استعمال
chart_download = ڈاؤن لوڈ:
chart_embed = دوسری سائٹ میں شامل کریں
chart_embed_picture = تصویر کے طور پر شامل کریں
chart_cite = اس چارٹ کا حوالہ
charts_title = چارٹ
charts_summary = اس سائٹ کے تمام چارٹ، ربط دینے، شامل کرنے، ڈاؤن لوڈ کرنے اور حوالہ دینے کے لیے۔

status_title = ترجموں کی صورتِ حال
status_summary = ہر زبان میں کیا مکمل ہے، کیا موجود نہیں اور کیا پیچھے رہ گیا ہے۔
status_share = مکمل: { $all } میں سے { $number }
status_complete = مکمل
status_incomplete = کچھ حصے موجود نہیں
status_behind = پیچھے
status_copy = ترجمہ نہیں ہوا
status_missing = موجود نہیں
status_nothing = تمام صفحات تمام زبانوں میں مکمل ہیں۔
status_draft = مسودہ
status_words =
    { $form ->
        [one] { $number } لفظ
       *[other] { $number } الفاظ
    }
status_lacks = موجود نہیں:
status_changes = کیا بدلا ہے
status_head = صفحے کا آغاز
