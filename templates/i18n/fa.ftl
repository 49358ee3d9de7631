# واژه‌های رابط به فارسی. نام پس از عدد جمع بسته نمی‌شود.

skip_to_content = رفتن به متن
main_navigation = ناوبری اصلی
menu = فهرست
theme = رنگ‌ها
theme_system = مانند دستگاه
theme_light = روشن
theme_dark = تیره
language_switch = زبان
words_licence = پروانهٔ متن‌ها:
repository = کد منبع
feed = خوراک

on_this_page = در این صفحه
notes_title = منابع و یادداشت‌ها
note_back = بازگشت به متن
note_back_to = بازگشت به ارجاع { $number } در متن
accessed = دسترسی:
published = انتشار:
updated = به‌روزرسانی:
edit_page = ویرایش این صفحه
previous = قبلی
next = بعدی
neighbours = صفحهٔ قبلی و بعدی
pages = صفحه‌ها
all_pages = همهٔ صفحه‌ها
breadcrumbs = جای این صفحه
related_title = مرتبط
backlinks_title = صفحه‌هایی که به اینجا پیوند داده‌اند
terms_used_title = اصطلاح‌های این صفحه
children_title = در این بخش
draft = این صفحه پیش‌نویس است و تنها ویراستاران وبگاه آن را می‌بینند.
stand_in = این صفحه هنوز به فارسی نوشته نشده است و آن را به زبانی دیگر ({ $language }) می‌خوانید.
section_missing = این بخش هنوز به فارسی نوشته نشده است.
section_behind = متن این بخش به زبانی دیگر ({ $language }) تازه‌تر است.
head_behind = متن آغاز این صفحه به زبانی دیگر ({ $language }) تازه‌تر است.
read_parallel =
    { $languages ->
        [2] خواندن دو زبان در کنار هم
       *[other] خواندن زبان‌ها در کنار هم
    }

dimension = محور
dimensions_title = نکته به نکته
dimensions_count = { $number } محور
stances_title = جایگاه هر کدام
kind_similarity = ادعا: شباهت
kind_difference = ادعا: تفاوت
kind_synthesis = جمع‌بندی
finding_alike = یافته: شباهت
finding_different = یافته: تفاوت
finding_depends = یافته: بستگی دارد
finding_unknown = یافته: نامعلوم
axis = مقیاس
scale_title = مقیاس
scale_note = هر سطر یک محور میان دو قطب آن است و نشانه‌ها را نویسندگان گذاشته‌اند: داوری است، نه اندازه‌گیری. نوار یعنی نمونه‌ها از هم دورند یا شواهد جای نشانه را قطعی نمی‌کند؛ نشانهٔ روی آن تنها میانهٔ نوار است. نزدیکی نشانه‌ها به‌خودی‌خود نه تفاوت را نشان می‌دهد و نه همانندی را؛ آنچه یافت شده در صفحهٔ محور آمده است.
matrix_title = جدول مقایسه
matrix_summary = همهٔ محورها، و جایگاه هر کدام در آن‌ها.
balance_title = ترازو
balance_summary =
    { $subjects ->
        [2] این دو تا چه اندازه به هم می‌مانند؟ به هر محور وزنی بدهید که سزاوارش می‌دانید.
       *[other] این‌ها تا چه اندازه به هم می‌مانند؟ به هر محور وزنی بدهید که سزاوارش می‌دانید.
    }
balance_reading =
    { $subjects ->
        [2] بازه، با این وزن‌ها، از نزدیک‌ترین تا دورترین حالتی است که نوارها روا می‌دارند: صفر اگر دو نشانه بر هر مقیاس بر هم می‌افتادند و صد اگر در دو سر آن می‌ایستادند. نشانهٔ درون بازه میانهٔ هر نوار را می‌گیرد.
       *[other] بازه، با این وزن‌ها، از نزدیک‌ترین تا دورترین حالتی است که نوارها روا می‌دارند: صفر اگر نشانه‌های هر دو بر هر مقیاس بر هم می‌افتادند و صد اگر در دو سر آن می‌ایستادند. نشانهٔ درون بازه میانهٔ هر نوار را می‌گیرد.
    }
balance_open = محورها را خودتان بسنجید
balance_alike = نزدیک به هم
balance_different = دور از هم
balance_range = میانگین فاصله { $middle } از { $all } (نوارها از { $low } تا { $high } را روا می‌دارند)
balance_nothing = به هیچ محوری وزنی داده نشده است
balance_extremes = هر وزنی که از { $least } تا { $most } به محورها بدهید، و هر جای نوار که نشانه‌ها باشند، میانگین فاصله‌ها میان { $low } و { $high } از { $all } می‌ماند.
balance_extremes_known = محورهایی که تکلیفشان روشن نیست در این به حساب نیامده‌اند.
balance_spread = وزن‌ها به‌تنهایی، از { $least } تا { $most }، نشانه را میان { $lightest } و { $heaviest } جابه‌جا می‌کنند. نوارها، با وزن‌های برابر، آن را در هر جایی میان { $low } و { $high } می‌گذارند.
balance_bars_more = آنچه نوارها باز می‌گذارند اینجا بیش از وزن‌ها اثر دارد.
balance_weights_more = وزن‌ها اینجا بیش از آنچه نوارها باز می‌گذارند اثر دارند.
balance_unknown = هیچ‌یک از یافته‌ها تکلیف { $titles } را روشن نمی‌کند. اگر شمرده شود، ندانستن همانندی به نظر می‌رسد، پس تا شما وزنی ندهید وزنی ندارد.
balance_strongest = نشانه بر { $now } است. بیش از همه این آن را جابه‌جا می‌کند: { $moves }.
balance_move = «{ $title }» (بی آن { $without } و با بیشترین وزنش { $most })
balance_weights = وزن‌های شما
balance_weights_note = صفر محور را کنار می‌گذارد و پنج بیشترین وزن را به آن می‌دهد. نشانی این صفحه انتخاب شما را نگه می‌دارد و می‌توانید آن را به اشتراک بگذارید.
balance_noscript = سنجیدن به جاوااسکریپت نیاز دارد که در مرورگر شما خاموش است. آنچه دیگران برمی‌گزینند در پایین آمده است.
balance_distance = فاصله { $distance }
balance_distance_range = { $middle }، میان { $low } و { $high }
balance_weightings = دیگران چگونه می‌سنجند
balance_equal = همه یکسان
balance_equal_reason = وزن همهٔ محورهایی که تکلیفشان روشن است یکی است. محوری که محورهای دیگر را گرد می‌آورد کنار گذاشته می‌شود تا چیزی دو بار شمرده نشود.
balance_use = با این وزن‌ها آغاز کنید
balance_weights_given = وزن‌ها
balance_shared = محورهایی که بر منابع یکسان تکیه دارند
balance_shared_note = آنچه میان دو محور مشترک است، اگر هر دو وزن داشته باشند، دو بار شمرده می‌شود. در زیر جفت‌هایی آمده‌اند که دست‌کم سه منبع مشترک دارند، برابر با یک‌پنجم منابع محوری که منبع کمتری دارد:
balance_method = ترازو چه می‌گوید
balance_method_text = در هر محور فاصلهٔ موضوع‌ها بر مقیاس آن در نظر گرفته می‌شود، نه جایشان؛ زیرا جاها بر مقیاس‌های گوناگون معناهای گوناگون دارند. ترازو میانگین این فاصله‌ها بر پایهٔ وزن‌های شماست. هر جا موضعی بازه باشد، فاصله نیز بازه است.
balance_limits = جاها داوری‌اند؛ ترازو با آن‌ها حساب می‌کند و قطعی‌ترشان نمی‌کند. شاید خوانندهٔ دیگری هر نشانه را کمی آن‌سوتر بگذارد؛ این در بازه نیامده است و اگر می‌آمد، بازه گسترده‌تر می‌شد.

evidence_title = داوری‌ها بر چه تکیه دارند
evidence_summary = هر داوری چقدر مطمئن است و چرا، چگونه تغییر کرده، و کدام یافته‌هایی که آن را تغییر می‌دهند نزدیک‌تر شده‌اند.
evidence_high = شواهد قوی
evidence_moderate = شواهد متوسط
evidence_low = شواهد ضعیف
evidence_to = شواهد تا { $date }
evidence_sources = بیش از همه تکیه دارد بر:
under_review = در دست بازبینی: ارقامی که این داوری بر آن‌ها تکیه دارد باید تا { $date } دوباره بررسی می‌شد.
history_title = داوری چگونه تغییر کرده است
history_moved = { $name }: از { $from } به { $to }
history_feed = خوراک این تغییرها
tests_title = چه چیزی نظر ما را تغییر می‌دهد
tests_moved = یافته‌هایی که جابه‌جا شده‌اند: { $moved } از { $all }
test_claim = یافته
test_threshold = از کجا به حساب می‌آید
test_value = اکنون
test_movement = جابه‌جایی
test_unmeasured = هنوز رقمی نیست
movement_none = بی‌تغییر
movement_closer = نزدیک‌تر
movement_farther = دورتر
movement_met = رخ داده است

term = اصطلاح
terms_count = { $number } اصطلاح
aliases_title = نام‌های دیگر
used_in_title = کاربرد در

sources_title = منابع
sources_summary = همهٔ منابعی که در مقاله‌ها به آن‌ها استناد شده، و جای استناد.
sources_count = { $number } منبع
source_analysis = تحلیل
source_data = داده
source_news = خبر
source_official = منبع رسمی
source_paper = مقالهٔ علمی
grade_primary = اصل
grade_account = روایت
grade_copy = رونوشت
source_evidence_to = شواهد تا
source_review_by = بازبینی تا
source_archived = نسخهٔ بایگانی‌شده
cited_in = استناد در
list_separator = ،

search_button = جستجو
search_title = جستجو
search_summary = در صفحه‌ها و بخش‌های آن‌ها جستجو کنید. نمایهٔ همهٔ سایت در زیر آمده است.
search_placeholder = یک واژه یا پرسش
search_close = بستن جستجو
search_results = نتیجه‌ها
search_count = { $number } صفحه
search_none = با این واژه‌ها چیزی پیدا نشد. تنها یک واژه را بیازمایید، یا از اینجا آغاز کنید:
search_meant = آیا منظورتان این است:
search_recent = جستجوهای اخیر شما
search_forget = پاک کردن این فهرست
search_terms = اصطلاح‌هایی برای آغاز
search_other = یافته‌شده با واژه‌های زبانی دیگر:
search_guessed = هیچ صفحه‌ای این واژه‌ها را به همین شکل ندارد. نزدیک‌ترین‌ها:
search_browse = همهٔ صفحه‌ها و بخش‌ها
search_dimension = محور
search_term = اصطلاح
search_pages = صفحه‌های دیگر
search_failed = جستجو بارگذاری نشد. اتصال خود را بررسی کنید، یا نمایه را ببینید:
search_noscript = جستجو به جاوااسکریپت نیاز دارد که در مرورگر شما خاموش است. نمایهٔ زیر همهٔ صفحه‌ها و بخش‌های سایت را در بر دارد.

gate_enter = خواندن به فارسی
not_found_title = صفحه پیدا نشد
not_found_text = در این نشانی چیزی نیست. شاید صفحه جابه‌جا شده باشد.
not_found_home = رفتن به صفحهٔ اصلی

alert_note = یادداشت
alert_tip = راهنمایی
alert_important = مهم
alert_warning = هشدار
alert_caution = احتیاط
alert_summary = چکیده
alert_example = نمونه
alert_question = پرسش
alert_quote = نقل قول
alert_failure = شکست
alert_bug = اشکال برنامه
details = جزئیات
task_done = انجام شده
task_open = انجام نشده

reading_time = { $number } دقیقه برای خواندن
copy = رونوشت
section_link = پیوند به این بخش
section_parallel =
    { $languages ->
        [2] این بخش به هر دو زبان
       *[other] این بخش به همهٔ زبان‌ها
    }
parallel_show = نمایش
parallel_all =
    { $languages ->
        [2] هر دو زبان
       *[other] همهٔ زبان‌ها
    }
markdown = متن مارک‌داون
llms_full = همهٔ صفحه‌ها در یک پرونده
llms_more = بیرون از این پرونده: { $pages }. فهرست همهٔ صفحه‌ها اینجاست:
book = کتاب الکترونیکی (EPUB)
book_parallel = کتاب الکترونیکی با همهٔ زبان‌ها در کنار هم (EPUB)
book_contents = فهرست
book_cover = جلد
book_about = دربارهٔ این کتاب
book_made = فراهم‌آمده از صفحه‌های این وبگاه:
cite_page = ارجاع به این صفحه
letters = حروف

filter_all = همه
filter_kind = نوع
filter_finding = یافته
filter_evidence = شواهد
filter_grade = رتبه
filter_language = زبان
sort = ترتیب
sort_order = ترتیب سایت
sort_gap = دورترین‌ها نخست
sort_by = بر پایهٔ { $name }
part_of = { $shown } از { $all }
csv = جدول به صورت CSV

chart_bar = نمودار میله‌ای
chart_line = نمودار خطی
chart_dot = نمودار نقطه‌ای
chart_share = سهم‌های یک کل
chart_log = مقیاس لگاریتمی
chart_description = { $kind }. کمترین: { $low }، { $least }. بیشترین: { $high }، { $most }.
chart_sources =
    { $form ->
        [one] منبع:
       *[other] منابع:
    }
chart_data = داده‌ها در جدول
chart_csv = داده‌ها به صورت CSV
chart_page = صفحهٔ نمودار
chart_from = از:
chart_use = استفاده از این نمودار
chart_download = دریافت:
chart_embed = جای‌دادن در سایتی دیگر
chart_embed_picture = جای‌دادن به‌صورت تصویر
chart_cite = ارجاع به این نمودار
charts_title = نمودارها
charts_summary = همهٔ نمودارهای این سایت، برای پیوند، جای‌دادن، دریافت و ارجاع.

status_title = وضعیت ترجمه‌ها
status_summary = اینکه هر صفحه به هر زبان کامل است، نیست یا عقب مانده است.
status_share = کامل: { $number } از { $all }
status_complete = کامل
status_incomplete = بخش‌هایی ندارد
status_behind = عقب‌مانده
status_copy = ترجمه‌نشده
status_missing = نوشته‌نشده
status_nothing = همهٔ صفحه‌ها به همهٔ زبان‌ها کامل‌اند.
status_draft = پیش‌نویس
status_words = { $number } واژه
status_lacks = ندارد:
status_changes = چه تغییر کرده است
status_head = آغاز صفحه
